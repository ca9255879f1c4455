-- The shards that are due for a sweep, with the last customer checked; from the first customer if the audiences are new.
select among.shard, case when sweep.audiences = :audiences then sweep.reached else '' end as reached
from unnest(:shards::smallint[]) as among (shard)
         left join audience_sweep sweep on sweep.shard = among.shard
where sweep.shard is null
   or sweep.audiences <> :audiences
   or sweep.reached is not null and sweep.next_at <= :now
order by among.shard
