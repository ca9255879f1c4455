-- The durable inbox: an event waits here until the road has acted on it.
create table event (
    seq          bigint generated always as identity primary key,
    id           text        not null unique,
    customer_id  text        not null,
    type         text        not null,
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    properties   jsonb       not null,
    processed_at timestamptz,
    failure      text
);
comment on column event.failure is 'set aside: why the road could not act on this event';
create index event_waiting on event (seq) where processed_at is null and failure is null;
create index event_by_customer on event (customer_id, occurred_at);
create index event_set_aside on event (seq) where failure is not null;
