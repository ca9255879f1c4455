-- Without the look backs of suspended instances, which wait until these are resumed, and of instances with an event that
-- a job is still to retry.
select shard, id, instance
from look_back b
where shard = any (?::smallint[])
  and not exists (select from act_ru_execution i where i.id_ = b.instance and i.suspension_state_ = 2)
  and not exists (select from act_ru_job j
                  where j.process_instance_id_ = b.instance and j.handler_type_ = 'postroad-event')
order by id
limit ?
