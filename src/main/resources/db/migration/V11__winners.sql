-- A message gives way only to one that is really sent, so the winner's outcome decides on the others.
alter table message add column outranks boolean not null default false;
comment on column message.outranks is 'others gave way to it, or wait for what becomes of it';
