-- What happened: written once, never changed. A partition a month of receipt, made when it is needed.
create table event (
    seq         bigint      not null,
    id          text        not null,
    customer_id text        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    properties  jsonb       not null,
    primary key (received_at, seq)
) partition by range (received_at);
create sequence event_seq;
create index event_by_customer on event (customer_id, occurred_at);

-- The ids that are known, and where their events are: no index of a partitioned table can be unique by id alone.
create table event_key (
    id          text primary key,
    seq         bigint      not null,
    received_at timestamptz not null
);

-- Events on which the road has not acted yet. Rows come and go by the thousand: they are narrow, and swept up often.
create table inbox (
    shard       smallint    not null,
    seq         bigint      not null,
    received_at timestamptz not null,
    failure     text,
    primary key (shard, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
comment on column inbox.failure is 'set aside: why the road could not act on this event';
create index inbox_set_aside on inbox (seq) where failure is not null;

-- Events that Postroad made and that Kafka has not taken yet.
create table outcome (
    seq         bigint primary key,
    received_at timestamptz not null
);

-- Which of the sixteen shards a customer is in; the same as Shards.of in Java.
create function shard_of(customer_id text) returns smallint
    language sql immutable strict parallel safe
return (get_byte(decode(md5(customer_id), 'hex'), 15) & 15)::smallint;
