-- The first message of the journeys' queues, or the next free slot of a domain that has a queue of its own.
select min(due_at)
from (
    select due_at
    from mail_journey
    union all
    select greatest(line.due_at, mail_pace.next_at)
    from mail_line line
    left join mail_pace on mail_pace.domain = line.domain
) first
