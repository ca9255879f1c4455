-- The first waiting events of the first of these shards that have any; every shard gets an equal part of the batch.
select i.shard, i.seq, i.received_at
from (select shard
      from unnest(?::smallint[]) with ordinality as mine (shard, place)
      where exists (select from inbox where inbox.shard = mine.shard and failure is null)
      order by place
      limit ?) busy
         cross join lateral (select shard, seq, received_at
                             from inbox
                             where inbox.shard = busy.shard and failure is null
                             order by seq
                             limit ?) i
order by i.seq
