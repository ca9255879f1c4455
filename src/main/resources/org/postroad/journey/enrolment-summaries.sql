-- The earlier enrolments of these customers in a journey, one row for each customer who has any.
select e.customer_id,
       max(e.run)                    as runs,
       max(e.entered_at)             as last_entered,
       bool_or(e.ended_at is null)   as inside
from enrolment e
where e.journey = :journey
  and e.customer_id = any (:customers)
group by e.customer_id
