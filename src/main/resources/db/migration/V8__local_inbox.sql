-- What local mode's embedded SMTP server took in. Empty and unused outside local mode.
create table local_mail (
    id        bigint generated always as identity primary key,
    recipient text        not null,
    subject   text        not null,
    sent_at   timestamptz not null,
    raw       bytea       not null
);
create index local_mail_by_recipient on local_mail (recipient, id);
