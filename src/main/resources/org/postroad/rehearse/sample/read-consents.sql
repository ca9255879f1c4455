select customer_id, topic, granted, at
  from consent
 where customer_id = any (:customers) and at <= :starts
 order by customer_id, topic
