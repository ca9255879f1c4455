-- A pseudo-random sample: the same seed draws the same customers.
select counters
from profile
where customer_id in (select customer_id from profile order by md5(customer_id || ?) limit ?)
