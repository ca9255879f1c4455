delete
from audience_member m
    using unnest(:customers, :journeys) as former (customer_id, journey)
where m.customer_id = former.customer_id
  and m.journey = former.journey
