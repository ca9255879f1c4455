select (select count(*) from enrolment where ended_at is null) as inside,
       (select count(*) from message where sent_at >= :today) as mails_today,
       (select count(*) from conversion where occurred_at >= :today) as conversions_today,
       event.number as events_waiting, event.oldest as oldest_waiting,
       message.waiting as mails_waiting, message.overdue as mails_overdue,
       (select count(*) from message where state = 'ATTEMPTING') as mails_unknown,
       (select count(*) from act_ru_incident) as incidents
  from (select count(*) as number, min(received_at) as oldest
          from inbox where failure is null) event,
       (select count(*) as waiting, count(*) filter (where due_at <= :now) as overdue
          from message where state in ('PREPARED', 'DEFERRED')) message
