update audience_progress p
set entered     = p.entered + n.entered,
    passed_over = p.passed_over + n.passed_over,
    next_at     = :now + case
                             when a.rate is null then interval '0'
                             else make_interval(secs => (n.entered + n.passed_over) * 16.0 / a.rate)
                         end
from (select audience_id::uuid, shard, sum(entered) as entered, sum(passed_over) as passed_over
      from unnest(:audiences, :shards::smallint[], :entered::integer[], :passedOver::integer[])
               as one (audience_id, shard, entered, passed_over)
      group by audience_id, shard) n
         join audience a on a.id = n.audience_id
where p.audience_id = n.audience_id
  and p.shard = n.shard
