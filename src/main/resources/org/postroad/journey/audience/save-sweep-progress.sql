insert into audience_sweep (shard, audiences, reached, next_at)
select shard, :audiences, reached, next_at
from unnest(:shards::smallint[], :reached, :nexts::timestamptz[]) as progress (shard, reached, next_at)
on conflict (shard) do update
    set audiences = excluded.audiences, reached = excluded.reached, next_at = excluded.next_at
