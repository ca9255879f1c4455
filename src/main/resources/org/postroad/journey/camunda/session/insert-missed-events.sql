-- Events that came while these process instances were between two steps.
insert into missed_event (instance, seq, event_id, type)
select n.instance, k.seq, n.event_id, n.type
from unnest(?::text[], ?::text[], ?::text[]) as n (instance, event_id, type)
         join event_key k on k.id = n.event_id
on conflict do nothing
