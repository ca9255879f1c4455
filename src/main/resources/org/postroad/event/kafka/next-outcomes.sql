select o.seq, e.id, e.customer_id, e.type, e.occurred_at, e.properties
from outcome o left join event e on e.seq = o.seq and e.received_at = o.received_at
order by o.seq
limit ?
