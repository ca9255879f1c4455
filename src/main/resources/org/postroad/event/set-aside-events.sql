select id, customer_id, type, occurred_at, failure
from event
where failure is not null and processed_at is null
order by seq desc
limit ?
