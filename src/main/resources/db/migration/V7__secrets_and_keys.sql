-- Random at first start; shared by all nodes.
create table secret (
    name  text primary key,
    value bytea not null
);

-- Bearer keys of applications; only the hash is kept.
create table application_key (
    name       text primary key,
    hash       text        not null unique,
    created_at timestamptz not null
);
