select id, customer_id, type, occurred_at, properties
from unnest(?::timestamptz[], ?::bigint[]) as place (received_at, seq)
         join event using (received_at, seq)
order by seq
