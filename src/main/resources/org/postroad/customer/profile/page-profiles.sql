-- Sends the counters only of customers who viewed one of the products or had it in a cart.
select customer_id,
    case when jsonb_exists_any((counters #> '{sums,product_views}')::jsonb, wanted.products)
        or jsonb_exists_any((counters #> '{sums,carted_products}')::jsonb, wanted.products)
    then counters end as counters
from profile, (select ?::text[] as products) as wanted
where customer_id > ?
order by customer_id
limit ?
