select e.customer_id as id, concat_ws(' ', c.first_name, c.last_name) as name, c.email, c.time_zone, 1 as journeys,
       e.entered_at, e.holdout, latest.step
  from enrolment e
  left join customer c on c.id = e.customer_id
  left join lateral (select step from step where step.enrolment_id = e.id order by step.at desc, step.seq desc limit 1) latest on true
 where e.journey = :journey and e.ended_at is null
 order by e.entered_at desc, e.id desc
 limit :most
