insert into audience_check (customer_id, shard, due_at)
select c.id, shard_of(c.id), :due
from customer c
where c.id = any (:customers)
on conflict (customer_id) do update set due_at = excluded.due_at where audience_check.due_at > excluded.due_at
