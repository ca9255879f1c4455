-- The open enrolments that exits end: all of the customer if the exit is recent, else only those begun before it.
select distinct e.id
from unnest(:customers, :times, :recent) as leaving (customer_id, at, recent)
         join enrolment e on e.customer_id = leaving.customer_id
where e.ended_at is null
  and (leaving.recent or e.entered_at <= leaving.at::timestamptz)
