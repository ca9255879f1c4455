-- The oldest of each journey, in equal shares and at least one. Nodes share the outbox: skips messages that another node has
-- locked or claimed.
select waiting.*
from (select journey, count(*) over () as journeys from mail_journey where due_at <= :now) due
cross join lateral (
    select id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank,
           skipped_when_outranked, gap_seconds, yielded_to, content, state, reason, recipient,
           subject, attempts, due_at, created_at, attempted_at, sent_at, smtp_reply
    from message
    where state in ('PREPARED', 'DEFERRED')
      and not lined_up
      and journey = due.journey
      and due_at <= :now
      and (claimed_until is null or claimed_until <= :now)
    order by due_at, id
    limit (:limit + due.journeys - 1) / due.journeys
    for update skip locked
) waiting
