-- The first messages of each domain's queue, as many as the domain was granted.
select waiting.*
from unnest(:domains::text[], :grants::integer[]) as granted (domain, most)
cross join lateral (
    select id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank,
       skipped_when_outranked, gap_seconds, yielded_to, content, state, reason, recipient,
           subject, attempts, due_at, created_at, attempted_at, sent_at, smtp_reply
    from message
    where state in ('PREPARED', 'DEFERRED')
      and lined_up
      and domain = granted.domain
      and due_at <= :now
      and (claimed_until is null or claimed_until <= :now)
    order by due_at, id
    limit granted.most
    for update skip locked
) waiting
