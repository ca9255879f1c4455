-- A pseudo-random sample: the same seed draws the same customers.
select customer_id, counters
from profile
where customer_id in (select customer_id from profile order by md5(customer_id || ?) limit ?)
order by customer_id
