create table enrolment (
    id               uuid primary key,
    journey          text        not null,
    customer_id      text        not null,
    run              integer     not null,
    holdout          boolean     not null,
    trigger_event_id text,
    entered_at       timestamptz not null,
    ended_at         timestamptz,
    end_reason       text,
    unique (journey, customer_id, run)
);
create index enrolment_by_customer on enrolment (customer_id, entered_at);
create index enrolment_inside on enrolment (customer_id) where ended_at is null;

-- One narrow row a step that a customer passed; seq keeps their order within one moment. A partition a month.
create sequence step_seq;
create table step (
    seq          bigint      not null default nextval('step_seq'),
    enrolment_id uuid        not null,
    step         text        not null,
    at           timestamptz not null,
    journey      text        not null
) partition by range (at);
create index step_by_enrolment on step (enrolment_id, at);
create index step_by_journey on step (journey, step, at);

-- Walks that came to a wait outside the order of their customer's events, and may have missed one on the way to it.
create table look_back (
    shard       smallint    not null,
    id          bigint      not null generated always as identity,
    instance    text        not null,
    customer_id text        not null,
    since       timestamptz,
    began_at    timestamptz not null,
    primary key (shard, id)
);
comment on column look_back.since is 'what was received later is heard; null: what was noted in missed_event';
comment on column look_back.began_at is 'waits that are older heard the events themselves';

-- Events that came while a walk stood before a step that begins in a transaction of its own.
create table missed_event (
    instance text   not null,
    seq      bigint not null,
    event_id text   not null,
    type     text   not null,
    primary key (instance, seq)
);

-- People who are to enter a journey at somebody's word, and how far that has come.
create table audience (
    id           uuid primary key,
    journey      text        not null,
    segment      text,
    rate         integer,
    running      boolean     not null,
    requested_at timestamptz not null
);
comment on column audience.rate is 'at most so many a second; null: as many as go';

create table audience_progress (
    audience_id uuid        not null references audience on delete cascade,
    shard       smallint    not null,
    invited     integer     not null,
    entered     integer     not null default 0,
    passed_over integer     not null default 0,
    next_at     timestamptz not null,
    primary key (audience_id, shard)
);

create table invitation (
    audience_id uuid     not null,
    shard       smallint not null,
    customer_id text     not null,
    primary key (audience_id, shard, customer_id)
);

-- Who matches the audience of a journey, since when: entering and leaving are told by the difference to now.
create table audience_member (
    customer_id text        not null references customer on delete cascade,
    journey     text        not null,
    since       timestamptz not null,
    primary key (customer_id, journey)
);

-- How far the sweep over all customers, for those audiences, has come in each shard.
create table audience_sweep (
    shard     smallint primary key,
    audiences text        not null,
    reached   text        not null,
    next_at   timestamptz not null
);
comment on column audience_sweep.audiences is 'the journeys with an audience and their versions; others begin a new round';
comment on column audience_sweep.reached is 'the last customer that was looked at; empty before the first';

-- Changes of live journeys: people who walk in one version are carried along to another.
create table migration (
    id           uuid primary key,
    journey      text        not null,
    from_version integer     not null,
    to_version   integer     not null,
    steps        jsonb       not null,
    recalculated text[]      not null,
    share        numeric     not null,
    up_to        integer     not null default 0,
    running      boolean     not null,
    requested_at timestamptz not null
);
comment on column migration.up_to is 'the last place whose turn it is: the share of all places';
comment on column migration.steps is 'where people go who stand at a step: each step of the one version with one of the other, or with exit';
comment on column migration.recalculated is 'the waits of the one version whose timers do not keep their due dates';

create table migration_walk (
    migration_id uuid     not null references migration on delete cascade,
    enrolment_id uuid     not null,
    shard        smallint not null,
    customer_id  text     not null,
    place        integer  not null,
    next_at      timestamptz not null,
    outcome      text,
    reason       text,
    primary key (migration_id, enrolment_id)
);
comment on column migration_walk.place is 'drawn by lot, from 1: a share of the people are those of the lowest places';
comment on column migration_walk.outcome is 'null while they wait';
create index migration_walk_waiting on migration_walk (migration_id, shard, place) where outcome is null;

-- Journeys that an operator has paused, closed or stopped, all versions alike; one that runs has no row.
create table journey_state (
    journey text primary key,
    state   text        not null,
    since   timestamptz not null
);
create index enrolment_walking on enrolment (journey) where ended_at is null;
