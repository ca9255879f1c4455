-- Who is inside a journey and came to which step last; only those at one step, if it is named.
select walk.customer_id as id, concat_ws(' ', c.first_name, c.last_name) as name, c.email, c.time_zone, 1 as journeys,
       walk.entered_at, walk.holdout, walk.step
  from (select e.customer_id, e.entered_at, e.holdout,
               (select step from step where step.enrolment_id = e.id order by step.at desc, step.seq desc limit 1) as step
          from enrolment e
         where e.journey = :journey and e.ended_at is null) walk
  left join customer c on c.id = walk.customer_id
 where :at = '' or walk.step = :at
 order by walk.entered_at desc, walk.customer_id
 limit :most
