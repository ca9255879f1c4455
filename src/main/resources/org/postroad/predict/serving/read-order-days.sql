-- On which days each customer bought, and for how much. Returns are no purchases.
with orders as (
    select customer_id,
           floor(extract(epoch from occurred_at) / 86400)::int as day,
           case jsonb_typeof(properties -> 'total')
               when 'number' then (properties ->> 'total')::numeric
               else coalesce((
                   select sum(case jsonb_typeof(item -> 'quantity') when 'number' then (item ->> 'quantity')::numeric else 1 end
                              * case jsonb_typeof(item -> 'price') when 'number' then (item ->> 'price')::numeric else 0 end)
                   from jsonb_array_elements(
                       case jsonb_typeof(properties -> 'items') when 'array' then properties -> 'items' else '[]' end) item
                   where jsonb_typeof(item) = 'object'), 0)
           end as amount
    from event
    where type = 'purchased'
      and occurred_at < :before
),
days as (
    select customer_id, day, sum(amount)::float8 as amount
    from orders
    where amount >= 0
    group by customer_id, day
)
select array_agg(day order by day) as days, array_agg(amount order by day) as amounts
from days
group by customer_id
order by customer_id
