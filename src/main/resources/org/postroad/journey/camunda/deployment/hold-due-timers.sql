-- Locks the overdue timers of instances that have missed events, as if a node were executing them, so that the instances
-- first catch up on these events.
update act_ru_job j
set lock_owner_ = 'catching up', lock_exp_time_ = :until
from act_re_procdef d
         join act_ru_execution i on i.proc_def_id_ = d.id_ and i.parent_id_ is null
where d.key_ = :journey
  and j.process_instance_id_ = i.id_
  and j.duedate_ <= :now
  and exists (select from missed_event m where m.instance = i.id_)
  and not exists (select from act_ru_job m where m.process_instance_id_ = i.id_ and m.type_ = 'message')
