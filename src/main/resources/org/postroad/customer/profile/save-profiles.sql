insert into profile (updated_at, customer_id, counters)
select ?, customer_id, counters::json
from unnest(?::text[], ?::text[]) as updated (customer_id, counters)
on conflict (customer_id) do update set
    counters = excluded.counters,
    updated_at = excluded.updated_at
