create table customer (
    id         text primary key,
    email      text,
    first_name text,
    last_name  text,
    locale     text,
    time_zone  text,
    attributes jsonb       not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index customer_by_email on customer (lower(email));
create index customer_by_shard on customer (shard_of(id), id);

create table consent (
    customer_id text        not null references customer on delete cascade,
    topic       text        not null,
    granted     boolean     not null,
    at          timestamptz not null,
    source      text,
    text        text,
    primary key (customer_id, topic)
);

-- Addresses are kept as hashes where it is enough to know them again.
create function address_hash(address text) returns text
    language sql stable strict parallel safe
return encode(sha256(convert_to(lower(address), 'UTF8')), 'hex');

-- Addresses that never get mail again, whoever they belong to; as hashes, so that they outlast an erasure.
create table suppression (
    address text primary key,
    reason  text        not null,
    at      timestamptz not null
);

-- What the events add up to: counters that fade. Kept as text (json, not jsonb): it is read and written whole, and often.
create table profile (
    customer_id text primary key references customer on delete cascade,
    counters    json        not null,
    updated_at  timestamptz not null
);
