-- Those of the events that have another content than the one that is known by their id.
select sent.id_without_sender as id
from unnest(?, ?, ?, ?, ?) as sent (id, id_without_sender, customer_id, type, properties)
         cross join lateral (select seq, received_at from event_key
                             where id in (sent.id, sent.id_without_sender)
                             limit 1) k
         join event e on e.received_at = k.received_at and e.seq = k.seq
where (e.customer_id, e.type, e.properties) is distinct from (sent.customer_id, sent.type, sent.properties::jsonb)
