select due.shard, c.id
from unnest(:shards::smallint[], :reached) as due (shard, reached)
         cross join lateral (select id
                             from customer
                             where shard_of(id) = due.shard
                               and id > due.reached
                             order by id
                             limit :most) c
order by due.shard, c.id
