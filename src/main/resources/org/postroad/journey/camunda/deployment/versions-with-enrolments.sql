select d.id_
from act_re_procdef d
where exists (select from act_ru_execution i where i.proc_def_id_ = d.id_)
