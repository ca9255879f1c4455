-- When the audiences of journeys have to be evaluated again for a customer, since time alone may change the result.
create table audience_check (
    customer_id text primary key references customer on delete cascade,
    shard       smallint    not null,
    due_at      timestamptz not null
);
create index on audience_check (shard, due_at);

alter table audience_sweep alter column reached drop not null;
comment on column audience_sweep.reached is
    'the last customer that was looked at; empty before the first, null when all have been: then only audience_check is due';
update audience_sweep set reached = '', next_at = now();
