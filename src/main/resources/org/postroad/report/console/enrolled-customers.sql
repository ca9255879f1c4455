-- The customers in a journey, with the step reached last; only those at one step, if it is given.
select enrolled.customer_id as id, concat_ws(' ', c.first_name, c.last_name) as name, c.email, c.time_zone, 1 as journeys,
       enrolled.entered_at, enrolled.holdout, enrolled.step
  from (select e.customer_id, e.entered_at, e.holdout,
               (select step from step where step.enrolment_id = e.id order by step.at desc, step.seq desc limit 1) as step
          from enrolment e
         where e.journey = :journey and e.ended_at is null) enrolled
  left join customer c on c.id = enrolled.customer_id
 where :at = '' or enrolled.step = :at
 order by enrolled.entered_at desc, enrolled.customer_id
 limit :most
