select id, customer_id, type, occurred_at, received_at, properties
from unnest(?::timestamptz[], ?::bigint[]) as entry (received_at, seq)
         join event using (received_at, seq)
order by seq
