-- Marks enrolments as ended; returns those that were still open.
update enrolment e
set ended_at = :at, end_reason = n.reason
from unnest(:ids, :reasons) as n (id, reason)
where e.id = n.id::uuid
  and e.ended_at is null
returning e.*
