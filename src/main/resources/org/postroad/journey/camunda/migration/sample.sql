-- A sample of the enrolments in a version: at each step those whose timers are the first and the last to fire.
with standing as (
    select e.act_id_,
           e.proc_inst_id_,
           row_number() over (partition by e.act_id_ order by t.due, e.proc_inst_id_)      as from_first,
           row_number() over (partition by e.act_id_ order by t.due desc, e.proc_inst_id_) as from_last
    from act_ru_execution e
             left join lateral (select min(j.duedate_) as due
                                from act_ru_job j
                                where j.process_instance_id_ = e.proc_inst_id_
                                  and j.type_ = 'timer') t on true
    where e.proc_def_id_ = :definition
      and e.act_id_ is not null
      and not exists (select from act_ru_execution inner_one where inner_one.parent_id_ = e.id_)
)
select distinct v.text_::uuid as enrolment_id
from standing s
         join act_ru_variable v on v.proc_inst_id_ = s.proc_inst_id_ and v.name_ = 'enrolmentId'
where s.from_first <= :most
   or s.from_last <= :most
