-- The latest entries, mails and purchases. Ids of enrolments grow with time, so their index gives the order of entry.
select activity.*, concat_ws(' ', c.first_name, c.last_name) as name
  from ((select 'entered' as what, entered_at as at, customer_id, journey, null::uuid as message_id, null::text as detail
           from enrolment order by id desc limit :most)
        union all
        (select 'posted', sent_at, customer_id, journey, id, subject
           from message where sent_at is not null order by sent_at desc limit :most)
        union all
        (select 'bought', occurred_at, customer_id, journey, message_id, revenue || coalesce(' ' || currency, '')
           from conversion order by occurred_at desc limit :most)) activity
  left join customer c on c.id = activity.customer_id
 order by at desc
 limit :most
