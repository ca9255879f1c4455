-- Without the look backs of suspended instances, which wait until these are resumed.
select shard, id, instance
from look_back b
where shard = any (?::smallint[])
  and not exists (select from act_ru_execution i where i.id_ = b.instance and i.suspension_state_ = 2)
order by id
limit ?
