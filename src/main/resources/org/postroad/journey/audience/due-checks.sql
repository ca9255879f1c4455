-- Customers whose check is due, where the sweep is complete and no pause is kept.
select due.shard, due.customer_id
from audience_sweep sweep
         cross join lateral (select shard, customer_id
                             from audience_check
                             where shard = sweep.shard
                               and due_at <= :now
                             order by due_at, customer_id
                             limit :most) due
where sweep.shard = any (:shards::smallint[])
  and sweep.audiences = :audiences
  and sweep.reached is null
  and sweep.next_at <= :now
order by due.shard, due.customer_id
