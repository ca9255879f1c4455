insert into audience_progress (audience_id, shard, invited, next_at)
select audience_id, shard, count(*), :at
from invitation
where audience_id = :audience
group by audience_id, shard
