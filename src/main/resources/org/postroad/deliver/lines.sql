-- The domains that may be written to and before which mail is lined up: from one to the next in the index, however long
-- the lines are. Who has waited longest comes first.
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
select line.domain
from line
left join mail_pace on mail_pace.domain = line.domain
where line.due_at <= :now
  and coalesce(mail_pace.next_at <= :now, true)
order by mail_pace.next_at
limit :most
