-- Nodes share the work: what another node holds is passed over.
select *
from message
where state in ('PREPARED', 'DEFERRED')
  and due_at <= :now
order by due_at, id
limit :most
for update skip locked
