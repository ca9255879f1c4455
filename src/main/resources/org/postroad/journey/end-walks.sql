-- Marks walks as ended and answers with those that were still open.
update enrolment e
set ended_at = :at, end_reason = n.reason
from unnest(:ids, :reasons) as n (id, reason)
where e.id = n.id::uuid
  and e.ended_at is null
returning e.id, e.journey, e.customer_id, e.end_reason
