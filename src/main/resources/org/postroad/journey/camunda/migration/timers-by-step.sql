-- The running timers of a version, by step.
select d.act_id_ as step, count(*) as people, min(j.duedate_) as earliest, max(j.duedate_) as latest
from act_ru_job j
         join act_ru_jobdef d on d.id_ = j.job_def_id_
where j.process_def_id_ = :definition
  and j.type_ = 'timer'
group by d.act_id_
