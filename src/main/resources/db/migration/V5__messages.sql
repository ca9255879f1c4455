create table message (
    id            uuid primary key,
    enrolment_id  uuid        not null,
    journey       text        not null,
    step          text        not null,
    run           integer     not null,
    customer_id   text        not null,
    decision_id   uuid,
    topic         text        not null,
    priority      smallint    not null default 50,
    rank          integer     not null default 0,
    skipped_when_outranked boolean not null default false,
    gap_seconds   integer     not null default 0,
    times_held    smallint    not null default 0,
    yielded_to    uuid,
    content       text        not null,
    state         text        not null,
    reason        text,
    recipient     text,
    domain        text        generated always as (lower(substring(recipient from '[^@]*$'))) stored,
    subject       text,
    html          text,
    mime          bytea,
    attempts      integer     not null default 0,
    due_at        timestamptz not null,
    claimed_until timestamptz,
    lined_up      boolean     not null default false,
    created_at    timestamptz not null,
    attempted_at  timestamptz,
    sent_at       timestamptz,
    smtp_reply    text,
    unique (enrolment_id, step, run)
) with (fillfactor = 80); -- room for a claim beside its row, so that it touches no index
comment on column message.mime is 'frozen before the first attempt; RFC 5322 octets';
comment on column message.rank is 'of several that wait for one customer, the highest goes first';
comment on column message.gap_seconds is 'the least time between a commercial mail before it and this one';
comment on column message.yielded_to is 'the mail of the same customer that went first when this one was held';
comment on column message.claimed_until is 'until then one node alone may begin to post it; a node that died lets it pass';
comment on column message.lined_up is 'its domain is at its limit: it waits in the line of that domain';
create index message_due on message (due_at, id) where state in ('PREPARED', 'DEFERRED') and not lined_up;
create index message_lines on message (domain, due_at, id) where state in ('PREPARED', 'DEFERRED') and lined_up;
create index message_unknown on message (attempted_at) where state = 'ATTEMPTING';
create index message_sent on message (sent_at) where sent_at is not null;
create index message_by_customer on message (customer_id, created_at);

-- The domains before which mail is lined up, and when the first of each line falls due: from one to the next in the
-- index, however long the lines are.
create recursive view mail_line (domain, due_at) as
(select domain, due_at
 from message
 where state in ('PREPARED', 'DEFERRED') and lined_up
 order by domain, due_at, id
 limit 1)
union all
select following.*
from mail_line line
cross join lateral (
    select domain, due_at
    from message
    where state in ('PREPARED', 'DEFERRED') and lined_up and domain > line.domain
    order by domain, due_at, id
    limit 1
) following;

-- Contents that somebody was asked to approve, each in one version of its text.
create table content_edition (
    content      text        not null,
    version      text        not null,
    submitted_at timestamptz not null,
    approved_at  timestamptz,
    approved_by  text,
    primary key (content, version)
);

-- How fast the nodes together may write to a domain: its next mail leaves no earlier than this.
create table mail_pace (
    domain  text primary key,
    next_at timestamptz not null
);

-- What a token in a mail leads back to: whose message it was, on which step of which walk, and where its links go.
-- A token names the row and a position, never an address.
create table tracked_message (
    id           uuid   primary key,
    customer_id  text   not null,
    enrolment_id uuid   not null,
    journey      text   not null,
    step         text   not null,
    topic        text   not null,
    confirms     text   not null,
    offer_code   text,
    targets      text[] not null,
    sent_at      timestamptz
);
create index tracked_message_by_customer on tracked_message (customer_id);
create index tracked_message_by_code on tracked_message (offer_code) where offer_code is not null;

-- Revenue that a message, and with it a step of a journey, may claim.
create table conversion (
    event_id     text primary key,
    customer_id  text        not null,
    occurred_at  timestamptz not null,
    revenue      numeric(12, 2) not null,
    currency     text,
    message_id   uuid        not null,
    enrolment_id uuid        not null,
    journey      text        not null,
    step         text        not null,
    basis        text        not null
);
create index conversion_by_journey on conversion (journey, occurred_at);
