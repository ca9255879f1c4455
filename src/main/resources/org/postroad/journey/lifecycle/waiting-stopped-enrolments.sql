-- The open enrolments of stopped journeys.
select e.id as enrolment_id, shard_of(e.customer_id) as shard, e.customer_id
from journey_state s
         join enrolment e on e.journey = s.journey and e.ended_at is null
where s.state = 'STOPPED'
  and shard_of(e.customer_id) = any (:shards)
limit :most
