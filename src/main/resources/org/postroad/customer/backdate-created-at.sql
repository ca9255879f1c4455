update customer
set created_at = seen.first_seen
from unnest(?::text[], ?::timestamptz[]) as seen (id, first_seen)
where customer.id = seen.id and seen.first_seen < customer.created_at
