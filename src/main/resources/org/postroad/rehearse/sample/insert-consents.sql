insert into consent (customer_id, topic, granted, at)
values (:id, :topic, :granted, :at)
