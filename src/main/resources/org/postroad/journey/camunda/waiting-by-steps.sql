select e.act_id_ as step, count(*) as tokens
from act_re_procdef d
         join act_ru_execution e on e.proc_def_id_ = d.id_
where d.key_ = :journey
  and e.is_active_
  and e.act_id_ is not null
group by e.act_id_
