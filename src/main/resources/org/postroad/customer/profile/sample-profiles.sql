-- Who is in it is drawn by lot, and the same lot draws the same.
select counters
from profile
where customer_id in (select customer_id from profile order by md5(customer_id || ?) limit ?)
