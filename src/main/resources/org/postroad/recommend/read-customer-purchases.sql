-- What a customer bought when, once a day.
select item ->> 'productId' as product_id, max(occurred_at) as bought_at
from event, jsonb_array_elements(properties -> 'items') item
where type = 'purchased'
  and customer_id = :customer
  and occurred_at >= :since
  and jsonb_typeof(properties -> 'items') = 'array'
  and item ->> 'productId' is not null
  and coalesce((item ->> 'quantity')::numeric, 1) > 0
group by product_id, (occurred_at at time zone 'UTC')::date
order by product_id
