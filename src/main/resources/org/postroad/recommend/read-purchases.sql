-- Who bought what when, once a day, customer by customer.
select customer_id, item ->> 'productId' as product_id, max(occurred_at) as bought_at
from event, jsonb_array_elements(properties -> 'items') item
where type = 'purchased'
  and occurred_at >= :since
  and jsonb_typeof(properties -> 'items') = 'array'
  and item ->> 'productId' is not null
  and coalesce((item ->> 'quantity')::numeric, 1) > 0
group by customer_id, product_id, (occurred_at at time zone 'UTC')::date
order by customer_id, product_id
