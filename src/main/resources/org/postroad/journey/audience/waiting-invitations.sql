-- The next customers to enrol, where their journey runs; a shard gets a sixteenth of the audience's rate.
select i.audience_id, a.journey, a.segment, i.shard, i.customer_id
from audience a
         join audience_progress p on p.audience_id = a.id
         cross join lateral (select audience_id, shard, customer_id
                             from invitation
                             where audience_id = a.id
                               and shard = p.shard
                             order by customer_id
                             limit least(:most, greatest(1, coalesce(a.rate / 16, :most)))) i
where a.running
  and not exists (select from journey_state s where s.journey = a.journey)
  and p.shard = any (:shards::smallint[])
  and p.entered + p.passed_over < p.invited
  and p.next_at <= :now
order by i.audience_id, i.customer_id
