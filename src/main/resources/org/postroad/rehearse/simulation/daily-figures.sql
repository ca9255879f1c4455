-- A journey's figures at the end of each day: who is inside, the mails of the day, and, for those who were mailed and for
-- the holdout, how many have entered and what they have bought since. The amount of an order is its total, or else the sum
-- of its items.
with days as (
    select day, :starts::timestamptz + make_interval(days => day) as ends from generate_series(1, :days::int) as day
), enrolled as (
    select customer_id, bool_or(holdout) as holdout, min(entered_at) as entered_at
      from enrolment
     where journey = :journey
     group by customer_id
), entries as (
    select width_bucket(entered_at, (select array_agg(ends order by day) from days)) + 1 as day,
           count(*) filter (where holdout) as held_out, count(*) filter (where not holdout) as mailed
      from enrolled
     group by 1
), bought as (
    select width_bucket(event.occurred_at, (select array_agg(ends order by day) from days)) + 1 as day, enrolled.holdout,
           case when jsonb_typeof(properties -> 'total') = 'number' then (properties ->> 'total')::numeric
                else (select sum(coalesce((item ->> 'quantity')::numeric, 1) * coalesce((item ->> 'price')::numeric, 0))
                        from jsonb_array_elements(properties -> 'items') item)
           end as amount
      from enrolled
      join event on event.customer_id = enrolled.customer_id and event.type = 'purchased'
                and event.occurred_at > enrolled.entered_at
), revenue as (
    select day, sum(amount) filter (where holdout) as held_out, sum(amount) filter (where not holdout) as mailed
      from bought
     group by 1
), mails as (
    select width_bucket(sent_at, (select array_agg(ends order by day) from days)) + 1 as day, count(*) as sent
      from message
     where journey = :journey and sent_at is not null
     group by 1
)
select days.day,
       (select count(*) from enrolment
         where journey = :journey and entered_at <= days.ends and (ended_at is null or ended_at > days.ends)) as inside,
       coalesce(mails.sent, 0) as mails,
       sum(coalesce(entries.mailed, 0)) over passed as mailed_people,
       sum(coalesce(entries.held_out, 0)) over passed as held_out_people,
       sum(coalesce(revenue.mailed, 0)) over passed as mailed_revenue,
       sum(coalesce(revenue.held_out, 0)) over passed as held_out_revenue
  from days
  left join entries using (day)
  left join revenue using (day)
  left join mails using (day)
window passed as (order by days.day)
 order by days.day
