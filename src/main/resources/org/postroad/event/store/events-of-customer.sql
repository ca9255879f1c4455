select id, customer_id, type, occurred_at, received_at, properties
from event
where customer_id = ? and occurred_at >= ? and (cardinality(?::text[]) = 0 or type = any(?))
order by occurred_at, seq
