-- Products that at least so many customers bought, those with the most buyers first.
with line as (
    select customer_id, item ->> 'productId' as product_id
    from event, jsonb_array_elements(properties -> 'items') item
    where type = 'purchased'
      and occurred_at >= :since
      and jsonb_typeof(properties -> 'items') = 'array'
      and item ->> 'productId' is not null
      and coalesce((item ->> 'quantity')::numeric, 1) > 0
)
select product_id
from line
group by product_id
having count(distinct customer_id) >= :leastBuyers
order by count(distinct customer_id) desc, product_id
limit :mostProducts
