insert into invitation (audience_id, shard, customer_id)
select :audience, shard_of(id), id
from customer
