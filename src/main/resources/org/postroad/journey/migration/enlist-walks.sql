-- Everybody gets a place by lot, the same whenever it is drawn.
insert into migration_walk (migration_id, enrolment_id, shard, customer_id, place, next_at)
select :migration, n.id::uuid, shard_of(n.customer_id), n.customer_id,
       row_number() over (order by md5(:migration::text || n.customer_id), n.id), :at
from unnest(:enrolments, :customers) as n (id, customer_id)
