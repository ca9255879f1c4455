create table decision (
    id           uuid primary key,
    customer_id  text        not null,
    enrolment_id uuid,
    journey      text,
    step         text,
    slot         text        not null,
    focus        text,
    decided_at   timestamptz not null,
    action       text        not null,
    holdout      boolean     not null,
    propensity   double precision not null,
    evidence     jsonb       not null
);
comment on column decision.focus is 'the product that it was about';
create index decision_by_customer on decision (customer_id, decided_at);
create index decision_by_enrolment on decision (enrolment_id);
