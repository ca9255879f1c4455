-- Stores many enrolments; does not return those whose run another node has just stored.
insert into enrolment (id, journey, customer_id, run, holdout, trigger_event_id, entered_at)
select n.id::uuid, n.journey, n.customer_id, n.run, n.holdout, n.trigger_event_id, :at
from unnest(:ids, :journeys, :customers, :runs, :holdouts, :triggers)
         as n (id, journey, customer_id, run, holdout, trigger_event_id)
on conflict (journey, customer_id, run) do nothing
returning id
