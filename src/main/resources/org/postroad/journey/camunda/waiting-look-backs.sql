select shard, id, instance
from look_back
where shard = any (?::smallint[])
order by id
limit ?
