-- Removes those of the entries that still wait from the inbox and returns their events.
with taken as (
    delete from inbox
    using unnest(?::smallint[], ?::bigint[]) as entry (shard, seq)
    where inbox.shard = entry.shard and inbox.seq = entry.seq and inbox.failure is null
    returning inbox.seq, inbox.received_at
)
select id, customer_id, type, occurred_at, received_at, properties
from taken
         join event using (received_at, seq)
order by seq
