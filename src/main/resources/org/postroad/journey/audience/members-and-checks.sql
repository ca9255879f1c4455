-- The memberships of these customers, and when they are to be checked again.
select customer_id, journey, null::timestamptz as due_at
from audience_member
where customer_id = any (:customers)
union all
select customer_id, null, due_at
from audience_check
where customer_id = any (:customers)
