select e.id, e.customer_id, e.type, e.occurred_at, e.received_at, i.failure
from inbox i
         join event e on e.received_at = i.received_at and e.seq = i.seq
where i.failure is not null
order by i.seq desc
limit ?
