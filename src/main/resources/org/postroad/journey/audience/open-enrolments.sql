select e.id
from unnest(:customers, :journeys) as one (customer_id, journey)
         join enrolment e on e.customer_id = one.customer_id and e.journey = one.journey
where e.ended_at is null
