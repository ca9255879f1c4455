-- What was learned from all customers, so that all nodes predict alike and a restart need not learn again.
create table learned_model (
    name        text primary key,
    learned_at  timestamptz not null,
    valid_until timestamptz not null,
    model       jsonb       not null
);
comment on column learned_model.name is 'what is predicted and the version of the format';
