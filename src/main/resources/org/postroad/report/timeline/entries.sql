-- What happened to one customer, newest first; at the same time in the order of processing (rank, then ref).
with event_entry as (
    select occurred_at as at,
           case when starts_with(type, 'email_') or type = 'journey_ended' then 8
                when type in ('enrolled', 'holdout_assigned') then 2
                else 1
           end as rank,
           lpad(seq::text, 19, '0') as ref, 'event' as kind,
           jsonb_build_object('id', id, 'type', type, 'properties', properties) as detail
      from event
     where customer_id = :customer and occurred_at <= :at
           -- Postroad's own events repeat the rows of enrolments and messages.
       and not (:condensed and properties -> 'enrolmentId' is not null
                and type in ('enrolled', 'holdout_assigned', 'journey_ended', 'email_queued', 'email_sent', 'email_skipped'))
), entered as (
    select entered_at as at, 2 as rank, id::text as ref, 'enrolment' as kind,
           jsonb_build_object('enrolmentId', id, 'journey', journey, 'run', run, 'holdout', holdout,
                              'change', 'entered', 'triggerEventId', trigger_event_id) as detail
      from enrolment
     where customer_id = :customer and entered_at <= :at
), ended as (
    select ended_at as at, 7 as rank, id::text as ref, 'enrolment' as kind,
           jsonb_build_object('enrolmentId', id, 'journey', journey, 'run', run, 'holdout', holdout,
                              'change', 'ended', 'reason', end_reason) as detail
      from enrolment
     where customer_id = :customer and ended_at <= :at
), passed as (
    select s.at, 3 as rank, lpad(s.seq::text, 19, '0') as ref, 'step' as kind,
           jsonb_build_object('enrolmentId', s.enrolment_id, 'journey', s.journey, 'step', s.step) as detail
      from step s
      join enrolment e on e.id = s.enrolment_id
     where e.customer_id = :customer and s.at <= :at
), decided as (
    select decided_at as at, 4 as rank, id::text as ref, 'decision' as kind,
           jsonb_build_object('decisionId', id, 'enrolmentId', enrolment_id, 'journey', journey, 'step', step,
                              'slot', slot, 'action', action, 'holdout', holdout, 'propensity', propensity,
                              'chosenBy', evidence ->> 'chosenBy', 'reason', evidence ->> 'reason') as detail
      from decision
     where customer_id = :customer and decided_at <= :at
), ordered as (
    select created_at as at, 5 as rank, id::text as ref, 'message' as kind,
           jsonb_build_object('messageId', id, 'enrolmentId', enrolment_id, 'journey', journey, 'step', step,
                              'decisionId', decision_id, 'topic', topic, 'state', state, 'reason', reason,
                              'subject', subject, 'dueAt', due_at, 'sentAt', sent_at) as detail
      from message
     where customer_id = :customer and created_at <= :at
)
select at, rank, ref, kind, jsonb_strip_nulls(detail) as detail
  from (select * from event_entry
        union all select * from entered
        union all select * from ended
        union all select * from passed
        union all select * from decided
        union all select * from ordered) entry
 where (at, rank, ref) < (:at, :rank, :ref)
 order by at desc, rank desc, ref desc
 limit :limit
