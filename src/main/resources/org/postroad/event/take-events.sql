-- Those of these events that still wait and whose shard is nobody else's at the moment; it is ours until we commit.
with mine as (
    select shard from unnest(?::smallint[]) as wanted (shard) where pg_try_advisory_xact_lock(?, shard)
)
select i.shard, i.seq, i.received_at
from unnest(?::smallint[], ?::bigint[]) as place (shard, seq)
         join inbox i using (shard, seq)
where i.failure is null
  and i.shard in (select shard from mine)
order by i.seq
