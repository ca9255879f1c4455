-- The number of orders with both products of a pair, with each of them, and of all. Only the latest orders count, and no large
-- ones: the number of pairs grows with the square of an order's size, and large orders are those of resellers.
with latest as (
    select id, properties -> 'items' as items
    from event
    where type = 'purchased'
      and occurred_at >= :since
      and jsonb_typeof(properties -> 'items') = 'array'
      and jsonb_array_length(properties -> 'items') <= :mostItems
    order by occurred_at desc
    limit :mostOrders
),
line as (
    select distinct latest.id as order_id, item ->> 'productId' as product_id
    from latest, jsonb_array_elements(items) item
    where item ->> 'productId' is not null
      and coalesce((item ->> 'quantity')::numeric, 1) > 0
),
single as (
    select product_id, count(*) as orders from line group by product_id
),
pair as (
    select one.product_id, other.product_id as partner_id, count(*) as together
    from line one
    join line other on other.order_id = one.order_id and other.product_id <> one.product_id
    group by one.product_id, other.product_id
)
select pair.product_id, partner_id, together, one.orders as product_orders, other.orders as partner_orders,
       (select count(distinct order_id) from line) as all_orders
from pair
join single one on one.product_id = pair.product_id
join single other on other.product_id = pair.partner_id
