insert into message (id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, content,
                     state, reason, recipient, subject, html, mime, due_at, created_at)
values (:id, :enrolmentId, :journey, :step, :run, :customerId, :decisionId, :topic, :priority, :content,
        :state, :reason, :recipient, :subject, :html, :mime, :now, :now)
