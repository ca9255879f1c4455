-- On which days each customer bought each product, and how many; product by product. Returns are no purchases.
with line as (
    select customer_id,
           item ->> 'productId' as product_id,
           floor(extract(epoch from occurred_at) / 86400)::int as day,
           case jsonb_typeof(item -> 'quantity') when 'number' then (item ->> 'quantity')::float8 else 1 end as quantity
    from event,
         jsonb_array_elements(
             case jsonb_typeof(properties -> 'items') when 'array' then properties -> 'items' else '[]' end) item
    where type = 'purchased'
      and occurred_at >= :since
      and occurred_at < :before
      and item ->> 'productId' is not null
),
days as (
    select product_id, customer_id, day, sum(quantity) as units
    from line
    where quantity > 0
    group by product_id, customer_id, day
)
select product_id,
       product.category,
       product.consumable_days,
       array_agg(day order by day) as days,
       array_agg(units order by day) as units
from days
left join product on product.id = days.product_id
group by product_id, customer_id, product.category, product.consumable_days
order by product_id, customer_id
