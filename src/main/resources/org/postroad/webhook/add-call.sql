insert into webhook_call (id, enrolment_id, journey, step, run, customer_id, url, body, state, created_at, due_at)
values (:id, :enrolment, :journey, :step, :run, :customer, :url, :body, 'WAITING', :now, :now)
on conflict (enrolment_id, step, run) do nothing
