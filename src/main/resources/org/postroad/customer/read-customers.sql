-- Customers with their consents by topic.
select customer.*,
    (select coalesce(json_object_agg(topic, json_build_object('granted', granted, 'at', at, 'source', source, 'text', text)), '{}')
     from consent where consent.customer_id = customer.id) as consents
from customer
where id = any(?)
