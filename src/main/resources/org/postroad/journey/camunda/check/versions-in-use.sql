select d.id_ as definition, count(*) as enrolments
from act_re_procdef d
         join act_ru_execution i on i.proc_def_id_ = d.id_ and i.parent_id_ is null
where d.key_ = :journey
group by d.id_, d.version_
order by d.version_ desc
