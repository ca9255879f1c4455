update migration_walk w
set outcome = n.outcome
from unnest(:enrolments::uuid[], :outcomes) as n (enrolment_id, outcome)
where w.migration_id = :migration
  and w.enrolment_id = n.enrolment_id
