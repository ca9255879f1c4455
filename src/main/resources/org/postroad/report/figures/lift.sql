-- What was bought within the window of each enrolment whose window is over. The amount of an order is its total, or else
-- the sum of its items.
with enrolled as (
    select id, customer_id, holdout, entered_at
      from enrolment
     where journey = :journey and entered_at <= :matured
), bought as (
    select enrolled.id, enrolled.holdout, count(event.seq) as orders, coalesce(sum(amount.value), 0) as revenue
      from enrolled
      left join event on event.customer_id = enrolled.customer_id
                     and event.type = 'purchased'
                     and event.occurred_at > enrolled.entered_at
                     and event.occurred_at <= enrolled.entered_at + make_interval(days => :days::int)
      left join lateral (
            select case when jsonb_typeof(event.properties -> 'total') = 'number'
                        then (event.properties ->> 'total')::numeric
                        else (select sum(coalesce((item ->> 'quantity')::numeric, 1) * coalesce((item ->> 'price')::numeric, 0))
                                from jsonb_array_elements(event.properties -> 'items') item)
                   end as value
           ) amount on event.seq is not null
     group by enrolled.id, enrolled.holdout
)
select holdout, count(*) as people, count(*) filter (where orders > 0) as purchasers,
       sum(revenue) as revenue, coalesce(var_samp(revenue), 0) as variance
  from bought
 group by holdout
