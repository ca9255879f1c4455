-- Done, but for those who missed more than one event: the next may be for the wait to which the first has moved them.
delete
from look_back b
    using unnest(?::smallint[], ?::bigint[]) as done (shard, id)
where b.shard = done.shard
  and b.id = done.id
  and not exists (select from missed_event m where m.instance = b.instance)
