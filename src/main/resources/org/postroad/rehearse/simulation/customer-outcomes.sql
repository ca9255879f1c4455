-- What each customer bought, got and withdrew while the simulation ran. The amount of an order is its total, or else the
-- sum of its items.
with happened as (
    select customer_id, type,
           case when type <> 'purchased' then 0
                when jsonb_typeof(properties -> 'total') = 'number' then (properties ->> 'total')::numeric
                else (select sum(coalesce((item ->> 'quantity')::numeric, 1) * coalesce((item ->> 'price')::numeric, 0))
                        from jsonb_array_elements(properties -> 'items') item)
           end as amount
      from event
     where occurred_at > :starts and occurred_at <= :ends and type in ('purchased', 'email_sent', 'unsubscribed')
)
select customer.id,
       coalesce(sum(amount), 0) as revenue,
       count(*) filter (where type = 'purchased') as orders,
       count(*) filter (where type = 'email_sent') as mails,
       count(*) filter (where type = 'unsubscribed') as withdrawals
  from customer
  left join happened on happened.customer_id = customer.id
 group by customer.id
