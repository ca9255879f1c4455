-- Stores the events whose ids are new, in the log and in the inbox. Ids are claimed in their own order, so that two
-- senders of the same events cannot deadlock. An id without a sender (own events, imports, and all before ids had senders) is
-- known to every sender. Nothing has happened after it was received: a time that lies ahead is that of a clock that runs fast,
-- and counts as now.
with sent as (
    select nextval('event_seq') as seq, id, id_without_sender, customer_id, shard, type, occurred_at,
           properties::jsonb as properties
    from unnest(?, ?, ?, ?, ?, ?, ?)
             as sent (id, id_without_sender, customer_id, shard, type, occurred_at, properties)
), received as (
    select ?::timestamptz as at, ?::boolean as outcome
), claimed as (
    insert into event_key (id, seq, received_at)
    select id, seq, at from sent, received
    where not exists (select from event_key k where k.id = sent.id_without_sender)
    order by id
    on conflict (id) do nothing
    returning id
), fresh as (
    select * from sent join claimed using (id) cross join received
), logged as (
    insert into event (seq, id, customer_id, type, occurred_at, received_at, properties)
    select seq, id, customer_id, type, least(occurred_at, at), at, properties from fresh
), queued as (
    insert into inbox (shard, seq, received_at)
    select shard, seq, at from fresh
), published as (
    insert into outcome (seq, received_at)
    select seq, at from fresh where outcome
)
select id_without_sender as id from fresh
