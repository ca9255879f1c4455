-- Nodes share the outbox: skips messages that another node has locked or claimed.
select id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank,
       skipped_when_outranked, gap_seconds, yielded_to, content, state, reason, recipient,
       subject, attempts, due_at, created_at, attempted_at, sent_at, smtp_reply
from message
where state in ('PREPARED', 'DEFERRED')
  and not lined_up
  and due_at <= :now
  and (claimed_until is null or claimed_until <= :now)
order by due_at, id
limit :limit
for update skip locked
