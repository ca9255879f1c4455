-- What each walk whose window is over bought in it; an order's amount is its total, or else the sum of its lines.
with walk as (
    select id, customer_id, holdout, entered_at
      from enrolment
     where journey = :journey and entered_at <= :matured
), bought as (
    select walk.id, walk.holdout, count(event.seq) as orders, coalesce(sum(amount.value), 0) as revenue
      from walk
      left join event on event.customer_id = walk.customer_id
                     and event.type = 'purchased'
                     and event.occurred_at > walk.entered_at
                     and event.occurred_at <= walk.entered_at + make_interval(days => :days::int)
      left join lateral (
            select case when jsonb_typeof(event.properties -> 'total') = 'number'
                        then (event.properties ->> 'total')::numeric
                        else (select sum(coalesce((item ->> 'quantity')::numeric, 1) * coalesce((item ->> 'price')::numeric, 0))
                                from jsonb_array_elements(event.properties -> 'items') item)
                   end as value
           ) amount on event.seq is not null
     group by walk.id, walk.holdout
)
select holdout, count(*) as people, count(*) filter (where orders > 0) as purchasers,
       sum(revenue) as revenue, coalesce(var_samp(revenue), 0) as variance
  from bought
 group by holdout
