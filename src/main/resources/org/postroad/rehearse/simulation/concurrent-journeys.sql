-- How many people were in another journey while they were in this one, by that journey.
select other.journey as name, count(distinct own.customer_id) as number
from enrolment own
         join enrolment other on other.customer_id = own.customer_id and other.journey <> own.journey
    and other.entered_at <= coalesce(own.ended_at, 'infinity')
    and own.entered_at <= coalesce(other.ended_at, 'infinity')
where own.journey = :journey
group by 1
order by 2 desc, 1
