create table stopped_model (
    model      text primary key,
    stopped_at timestamptz not null
);
comment on table stopped_model is 'models whose results people do not want to be used';

-- How well a model predicted of late is looked up by time alone.
create index decision_by_time on decision using brin (decided_at);
