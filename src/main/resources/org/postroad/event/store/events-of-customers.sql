-- While an event is handled, without the events that wait: nothing else of the state knows of them yet.
select id, customer_id, type, occurred_at, received_at, properties
from event
where customer_id = any(?) and occurred_at >= ? and (cardinality(?::text[]) = 0 or type = any(?))
  and not (? and exists (select from inbox where inbox.shard = shard_of(event.customer_id) and inbox.seq = event.seq))
order by occurred_at, seq
