-- A message that is skipped when outranked is cancelled only if the other was sent; else it waits for the other's outcome.
update message
set state      = case when skipped_when_outranked and late.sent then 'CANCELLED' else state end,
    reason     = late.reason,
    yielded_to = late.other,
    due_at     = late.until,
    lined_up   = false,
    times_held = times_held + 1
from unnest(:ids::uuid[], :others::uuid[], :reasons::text[], :untils::timestamptz[], :sents::boolean[])
    as late (id, other, reason, until, sent)
where message.id = late.id
returning message.id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank,
          skipped_when_outranked, gap_seconds, yielded_to, content, state, message.reason, recipient, subject, attempts, due_at,
          created_at, attempted_at, sent_at, smtp_reply
