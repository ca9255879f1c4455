-- What a model predicted for the actions that were taken, and how often the customer bought within the time that it predicts
-- for, by week: for decisions that had an effect (a mail of the enrolment was sent), as training counts them.
with latest as (
    select d.customer_id, d.enrolment_id, d.decided_at, d.action, d.evidence -> 'candidates' as candidates
    from decision d
    where d.decided_at >= :since and d.decided_at < :until
      and d.evidence ->> 'model' = :model
    order by d.decided_at desc
    limit :most
), judged as (
    select date_trunc('week', decided_at at time zone 'UTC')::date as monday,
           (candidate ->> 'probability')::double precision as predicted,
           exists (select from event e
                   where e.customer_id = latest.customer_id and e.type = 'purchased'
                     and e.occurred_at > decided_at and e.occurred_at <= decided_at + :days * interval '1 day') as bought
    from latest
             cross join jsonb_array_elements(candidates) candidate
    where candidate ->> 'action' = latest.action
      and candidate ->> 'probability' is not null
      and (enrolment_id is null
           or exists (select from event e
                      where e.customer_id = latest.customer_id and e.type = 'email_sent'
                        and e.occurred_at >= decided_at
                        and e.properties ->> 'enrolmentId' = enrolment_id::text))
)
select monday, count(*) as cases, avg(predicted) as predicted, avg(bought::int) as observed
from judged
group by monday
order by monday
