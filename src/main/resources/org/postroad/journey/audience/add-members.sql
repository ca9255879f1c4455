insert into audience_member (customer_id, journey, since)
select customer_id, journey, :at
from unnest(:customers, :journeys) as member (customer_id, journey)
on conflict do nothing
