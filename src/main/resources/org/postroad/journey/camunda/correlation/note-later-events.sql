-- For look backs whose instance has just been moved by an event that it missed while a timer ran: notes what it missed
-- since, for the wait to which it was moved. From then on, these look backs are about noted events only.
with noted as (
    insert into missed_event (instance, seq, event_id, type)
    select b.instance, e.seq, e.id, e.type
    from unnest(?::smallint[], ?::bigint[]) as place (shard, id)
             join look_back b using (shard, id)
             join unnest(?::text[], ?::bigint[]) as moved (instance, seq) on moved.instance = b.instance
             join event e on e.customer_id = b.customer_id
    where b.since is not null
      and e.received_at > b.since
      and e.seq > moved.seq
      and e.occurred_at > e.received_at - ?::interval
      and not exists (select from inbox where inbox.shard = b.shard and inbox.seq = e.seq)
    on conflict do nothing)
update look_back b
set since = null
from unnest(?::smallint[], ?::bigint[]) as place (shard, id)
where b.shard = place.shard
  and b.id = place.id
  and b.since is not null
