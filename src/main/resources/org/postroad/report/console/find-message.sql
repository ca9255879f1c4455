select m.id, m.customer_id, m.journey, m.step, m.decision_id, m.topic, m.state, m.reason, m.yielded_to, m.recipient, m.subject, m.html,
       m.attempts, m.created_at, m.due_at, m.attempted_at, m.sent_at, m.smtp_reply, coalesce(t.targets, '{}') as targets
  from message m
  left join tracked_message t on t.id = m.id
 where m.id = :id
