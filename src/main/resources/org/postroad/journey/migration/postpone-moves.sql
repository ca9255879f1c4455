-- Postpones enrolments that were not migrated in this batch.
update migration_walk
set next_at = :at
where migration_id = :migration
  and enrolment_id = any (:enrolments::uuid[])
  and outcome is null
