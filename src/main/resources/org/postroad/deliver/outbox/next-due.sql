-- The first message of the common queue, or the next free slot of a domain that has a queue of its own.
select min(due_at)
from (
    (select due_at
     from message
     where state in ('PREPARED', 'DEFERRED') and not lined_up
     order by due_at, id
     limit 1)
    union all
    select greatest(line.due_at, mail_pace.next_at)
    from mail_line line
    left join mail_pace on mail_pace.domain = line.domain
) first
