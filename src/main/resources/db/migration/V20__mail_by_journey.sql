-- The common queue is a queue of each journey, so that one with thousands of messages does not delay the others.
drop index message_due;
create index message_due on message (journey, due_at, id) where state in ('PREPARED', 'DEFERRED') and not lined_up;

-- The journeys with waiting messages, and when the first of each is due: from one to the next in the index.
create recursive view mail_journey (journey, due_at) as
(select journey, due_at
 from message
 where state in ('PREPARED', 'DEFERRED') and not lined_up
 order by journey, due_at, id
 limit 1)
union all
select following.*
from mail_journey before
cross join lateral (
    select journey, due_at
    from message
    where state in ('PREPARED', 'DEFERRED') and not lined_up and journey > before.journey
    order by journey, due_at, id
    limit 1
) following;
