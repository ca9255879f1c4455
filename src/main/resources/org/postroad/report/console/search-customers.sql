-- Customers in a journey first: they are looked for most often.
select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.email, c.time_zone, coalesce(inside.journeys, 0) as journeys
  from customer c
  left join (select customer_id, count(*) as journeys from enrolment where ended_at is null group by customer_id) inside
         on inside.customer_id = c.id
 where c.id ilike :pattern or c.email ilike :pattern or concat_ws(' ', c.first_name, c.last_name) ilike :pattern
 order by inside.journeys is null, c.updated_at desc, c.id
 limit :most
