-- The walks that whoever leaves is in: all, if it is news; those begun before it, if it is told late.
select distinct e.id
from unnest(:customers, :moments, :fresh) as leaving (customer_id, at, fresh)
         join enrolment e on e.customer_id = leaving.customer_id
where e.ended_at is null
  and (leaving.fresh or e.entered_at <= leaving.at::timestamptz)
