-- How many mails of all journeys came to a customer on a day (UTC), and on how many such days.
with days as (select customer_id, sent_at at time zone 'UTC' as sent
              from message
              where sent_at is not null),
     counted as (select count(*) as mails from days group by customer_id, sent::date)
select '0' as mails, greatest(0, (select count(*) from customer) * :days - (select count(*) from counted)) as days
union all
select mails::text, count(*)
from counted
group by mails
order by 1
