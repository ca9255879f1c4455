-- How many tokens of a version are at each step, also those that wait for others at a joining gateway.
select e.act_id_ as step, count(*) as people
from act_ru_execution e
where e.proc_def_id_ = :definition
  and e.act_id_ is not null
  and not exists (select from act_ru_execution inner_one where inner_one.parent_id_ = e.id_)
group by e.act_id_
