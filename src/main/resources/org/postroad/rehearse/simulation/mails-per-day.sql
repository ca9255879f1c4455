-- On how many customers' days (UTC) no mail, one mail, two mails … of all journeys came.
with days as (select customer_id, sent_at at time zone 'UTC' as sent
              from message
              where sent_at is not null),
     counted as (select count(*) as mails from days group by customer_id, sent::date)
select '0' as name, greatest(0, (select count(*) from customer) * :days - (select count(*) from counted)) as number
union all
select mails::text, count(*)
from counted
group by mails
order by 1
