-- Without overdue timers that are held until their instance has caught up on what it missed during a pause: the job executor
-- respects that as a lock (hold-due-timers.sql).
select job.id_,
       coalesce(job.process_instance_id_, job.id_) as instance,
       coalesce(instance.business_key_, job.id_) as customer
from act_ru_job job
         left join act_ru_execution instance on instance.id_ = job.process_instance_id_
where job.retries_ > 0
  and job.suspension_state_ = 1
  and job.duedate_ <= :now
  and (job.lock_owner_ is distinct from 'catching up' or job.lock_exp_time_ <= :now)
order by job.duedate_, job.id_
limit :most
