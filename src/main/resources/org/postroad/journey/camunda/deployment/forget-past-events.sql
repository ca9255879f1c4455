-- Events that instances noted between two earlier steps, and that nothing will look back at: they are at a wait now, and their
-- customers did the rest in time. What is noted from now on came during the pause.
delete
from missed_event m
    using act_re_procdef d, act_ru_execution i
where d.key_ = :journey
  and i.proc_def_id_ = d.id_
  and i.parent_id_ is null
  and m.instance = i.id_
  and not exists (select from act_ru_job j where j.process_instance_id_ = i.id_ and j.type_ = 'message')
  and not exists (select from look_back b where b.instance = i.id_)
