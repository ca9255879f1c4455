select counters
from profile
where customer_id in (select customer_id from profile order by random() limit ?)
