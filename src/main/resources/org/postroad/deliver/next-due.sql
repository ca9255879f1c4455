-- The first in the queue, or the first of a line whose domain may be written to again.
with recursive line (domain, due_at) as (
    (select domain, due_at
     from message
     where state in ('PREPARED', 'DEFERRED') and lined_up
     order by domain, due_at, id
     limit 1)
    union all
    select following.*
    from line
    cross join lateral (
        select domain, due_at
        from message
        where state in ('PREPARED', 'DEFERRED') and lined_up and domain > line.domain
        order by domain, due_at, id
        limit 1
    ) following
)
select min(due_at)
from (
    (select due_at
     from message
     where state in ('PREPARED', 'DEFERRED') and not lined_up
     order by due_at, id
     limit 1)
    union all
    select greatest(line.due_at, mail_pace.next_at)
    from line
    left join mail_pace on mail_pace.domain = line.domain
) first
