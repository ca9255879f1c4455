create table product (
    id              text primary key,
    name            text not null,
    brand           text,
    category        text,
    price           numeric(12, 2),
    currency        text,
    cost            numeric(12, 2),
    url             text,
    image_url       text,
    tags            text[] not null default '{}',
    stock           integer,
    consumable_days integer,
    attributes      jsonb  not null default '{}'
);
create index product_by_category on product (category);

-- What changed of products, until all customers whom it may interest have been told.
create table product_change (
    id          bigint generated always as identity primary key,
    product_id  text        not null,
    type        text        not null,
    properties  jsonb       not null,
    at          timestamptz not null,
    told_up_to  text        not null default ''
);
comment on column product_change.told_up_to is 'the last customer who was considered, in the order of their ids';

create table article (
    id         text primary key,
    title      text not null,
    summary    text,
    topics     text[] not null default '{}',
    url        text,
    image_url  text,
    attributes jsonb  not null default '{}'
);

create table offer (
    id          text primary key,
    name        text not null,
    kind        text not null,
    value       numeric(12, 2) not null default 0,
    cost        numeric(12, 2) not null default 0,
    slots       text[] not null default '{}',
    code_prefix text,
    valid_for   text,
    attributes  jsonb  not null default '{}'
);

-- A personal code: given once, to one customer, for one offer.
create table offer_code (
    code        text primary key,
    offer_id    text        not null,
    customer_id text        not null,
    decision_id uuid        not null unique,
    issued_at   timestamptz not null,
    expires_at  timestamptz
);
