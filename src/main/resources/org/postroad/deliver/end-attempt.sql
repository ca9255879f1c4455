-- Only while it is being attempted: an answer that comes twice, or too late, changes nothing.
update message
set state      = :state,
    reason     = :reason,
    due_at     = coalesce(:dueAt, due_at),
    sent_at    = :sentAt,
    smtp_reply = :reply
where id = :id
  and state = 'ATTEMPTING'
