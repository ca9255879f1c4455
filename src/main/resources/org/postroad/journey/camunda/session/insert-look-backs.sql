insert into look_back (shard, instance, customer_id, since, began_at)
select *
from unnest(?::smallint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
