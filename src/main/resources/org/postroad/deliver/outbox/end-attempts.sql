-- Only messages that are being attempted: an outcome that is recorded twice, or too late, changes nothing.
update message
set state      = outcome.state,
    reason     = outcome.reason,
    due_at     = coalesce(outcome.due_at, message.due_at),
    sent_at    = outcome.sent_at,
    smtp_reply = outcome.reply
from unnest(:ids::uuid[], :states::text[], :replies::text[], :reasons::text[], :dues::timestamptz[],
            :sents::timestamptz[]) as outcome (id, state, reply, reason, due_at, sent_at)
where message.id = outcome.id
  and message.state = 'ATTEMPTING'
returning message.id, message.outranks
