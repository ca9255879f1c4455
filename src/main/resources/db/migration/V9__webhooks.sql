-- Calls of other systems that journeys have ordered, unique to a step's run.
create table webhook_call (
    id           uuid primary key,
    enrolment_id uuid        not null,
    journey      text        not null,
    step         text        not null,
    run          integer     not null,
    customer_id  text        not null,
    url          text        not null,
    body         text        not null,
    state        text        not null,
    reason       text,
    attempts     integer     not null default 0,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    unique (enrolment_id, step, run)
);
comment on column webhook_call.body is 'JSON; empty once the call is over';
comment on column webhook_call.reason is 'what the last attempt came to';
create index webhook_call_due on webhook_call (due_at) where state = 'WAITING';
create index webhook_call_by_customer on webhook_call (customer_id);
