-- Gives each enrolment its place in the migration: a random order that depends only on the migration and the customer.
insert into migration_walk (migration_id, enrolment_id, shard, customer_id, place, next_at)
select :migration, n.id::uuid, shard_of(n.customer_id), n.customer_id,
       row_number() over (order by md5(:migration::text || n.customer_id), n.id), :at
from unnest(:enrolments, :customers) as n (id, customer_id)
