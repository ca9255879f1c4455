-- The longest queues by name, and the others together.
select case when place <= :most then domain else 'others' end as domain, sum(waiting) as waiting
from (select domain, count(*) as waiting, row_number() over (order by count(*) desc, domain) as place
      from message
      where state in ('PREPARED', 'DEFERRED')
      group by domain) ranked
group by 1
