-- The policy gate's looks at the evidence in this installation's log: each may err less than the one before. One row a model.
create table gate_look (
    model        text primary key,
    version      text        not null,
    look         int         not null,
    decisions    bigint      not null,
    acting_since timestamptz
);
comment on column gate_look.version is 'of the model that was judged last';
comment on column gate_look.look is 'the number of looks that counted';
comment on column gate_look.decisions is 'the size of the log at the last look that counted';
comment on column gate_look.acting_since is 'since when models have acted without a break; null if the last one does not act';
