-- The enrolments of these customers so far, one row for each journey that a customer was ever in.
select e.customer_id,
       e.journey,
       max(e.run)                    as runs,
       max(e.entered_at)             as last_entered,
       bool_or(e.ended_at is null)   as inside
from enrolment e
where e.customer_id = any (:customers)
group by e.customer_id, e.journey
