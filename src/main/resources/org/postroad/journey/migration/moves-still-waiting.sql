-- Those of a batch that no other node has migrated meanwhile, in migrations that still run.
select w.migration_id as migration, w.enrolment_id, w.shard, w.customer_id
from unnest(:migrations::uuid[], :enrolments::uuid[]) as n (migration_id, enrolment_id)
         join migration_walk w using (migration_id, enrolment_id)
         join migration m on m.id = w.migration_id
where w.outcome is null
  and m.running
