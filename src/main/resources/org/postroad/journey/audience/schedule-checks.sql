-- Customers who were deleted meanwhile are skipped.
insert into audience_check (customer_id, shard, due_at)
select c.id, shard_of(c.id), scheduled.due_at
from unnest(:customers, :dues::timestamptz[]) as scheduled (customer_id, due_at)
         join customer c on c.id = scheduled.customer_id
on conflict (customer_id) do update set due_at = excluded.due_at
