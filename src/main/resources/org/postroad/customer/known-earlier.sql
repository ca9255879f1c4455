update customer
set created_at = heard.first_seen
from unnest(?::text[], ?::timestamptz[]) as heard (id, first_seen)
where customer.id = heard.id and heard.first_seen < customer.created_at
