insert into customer (id, created_at, updated_at)
select id, first_seen, first_seen
from unnest(?::text[], ?::timestamptz[]) as seen (id, first_seen)
on conflict (id) do nothing
