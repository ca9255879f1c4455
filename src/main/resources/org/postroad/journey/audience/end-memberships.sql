delete
from audience_member m
    using unnest(:customers, :journeys) as ceased (customer_id, journey)
where m.customer_id = ceased.customer_id
  and m.journey = ceased.journey
