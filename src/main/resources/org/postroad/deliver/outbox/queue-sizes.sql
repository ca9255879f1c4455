-- The domains with the most waiting messages, and all others together.
select case when place <= :limit then domain else 'others' end as domain, sum(waiting) as waiting
from (select domain, count(*) as waiting, row_number() over (order by count(*) desc, domain) as place
      from message
      where state in ('PREPARED', 'DEFERRED')
      group by domain) ranked
group by 1
