select id, customer_id, type, occurred_at, properties
from event
where seq = any(?) and processed_at is null and failure is null
order by seq
