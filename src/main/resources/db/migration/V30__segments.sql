-- Named groups of customers.
create table segment (
    name       text primary key,
    expression text        not null,
    changed_at timestamptz not null
);

-- What was learned of all customers' behaviour, by the latest run; one row.
create table segment_fit (
    only_row  boolean primary key default true check (only_row),
    fit       jsonb,
    fitted_at timestamptz,
    due_at    timestamptz not null
);
comment on column segment_fit.fit is 'clusters and quintiles; null before the first run';
insert into segment_fit (due_at) values ('-infinity');

-- Who was where at the latest run.
create table segment_member (
    customer_id text        not null references customer on delete cascade,
    segment     text        not null,
    since       timestamptz not null,
    primary key (customer_id, segment)
);
create index on segment_member (segment, customer_id);
comment on column segment_member.segment is
    'a name of RFM, a label of a cluster, the name of a segment, or like: and such a name for who is like its members';

-- How many they were, by day (UTC), and what marked them.
create table segment_size (
    segment text   not null,
    day     date   not null,
    members bigint not null,
    marks   text   not null,
    primary key (segment, day)
);
