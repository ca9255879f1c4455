insert into event (id, customer_id, type, occurred_at, received_at, properties)
select id, customer_id, type, occurred_at, ?, properties::jsonb
from unnest(?, ?, ?, ?, ?) with ordinality as new (id, customer_id, type, occurred_at, properties, place)
order by place
on conflict (id) do nothing
returning id
