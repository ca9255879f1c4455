-- What happened to these customers, in order: everything since a moment, and the orders of all time.
select customer_id, type, occurred_at, properties
  from event
 where customer_id = any (:customers)
   and occurred_at <= :starts
   and (occurred_at > :since or type = 'purchased')
 order by customer_id, occurred_at, received_at, seq
