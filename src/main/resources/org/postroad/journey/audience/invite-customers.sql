insert into invitation (audience_id, shard, customer_id)
select :audience, shard_of(id), id
from unnest(:customers) as n (id)
on conflict do nothing
