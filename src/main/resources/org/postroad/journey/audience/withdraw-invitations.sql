delete
from invitation i
    using unnest(:audiences::uuid[], :shards::smallint[], :customers) as n (audience_id, shard, customer_id)
where i.audience_id = n.audience_id
  and i.shard = n.shard
  and i.customer_id = n.customer_id
returning i.audience_id, i.shard, i.customer_id
