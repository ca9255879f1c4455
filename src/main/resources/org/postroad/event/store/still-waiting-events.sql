select shard, seq, received_at
from unnest(?::smallint[], ?::bigint[]) as entry (shard, seq)
         join inbox using (shard, seq)
where failure is null
order by seq
