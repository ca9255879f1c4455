insert into decision (id, customer_id, enrolment_id, journey, step, slot, focus, decided_at, action, holdout, propensity, evidence)
values (:id, :customer, :enrolment, :journey, :step, :slot, :focus, :decidedAt, :action, :holdout, :propensity, cast(:evidence as jsonb))
