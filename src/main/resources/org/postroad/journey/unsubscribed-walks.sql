-- The walks that an unsubscribe ends: all, if it is news; those begun before it, if it is told late.
select distinct e.id
from unnest(:customers, :moments, :fresh) as u (customer_id, at, fresh)
         join enrolment e on e.customer_id = u.customer_id
where e.ended_at is null
  and (u.fresh or e.entered_at <= u.at::timestamptz)
