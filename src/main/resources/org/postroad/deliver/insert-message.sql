insert into message (id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank,
                     skipped_when_outranked, gap_seconds, content,
                     state, reason, recipient, subject, html, mime, due_at, created_at)
values (:id, :enrolmentId, :journey, :step, :run, :customerId, :decisionId, :topic, :priority, :rank,
        :skipped, :gap, :content,
        :state, :reason, :recipient, :subject, :html, :mime, :now, :now)
