select id, customer_id, type, occurred_at, received_at, properties
from event
where occurred_at < ?
order by customer_id, occurred_at, seq
