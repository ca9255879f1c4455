-- The steps at which these enrolments wait, of those in this version. An enrolment with a job that is due, or will be in a
-- moment, is on the way: the engine is about to move it.
select n.id as enrolment_id, i.id_ as instance, array_agg(distinct e.act_id_) as steps,
       exists (select
               from act_ru_job j
               where j.process_instance_id_ = i.id_
                 and j.suspension_state_ = 1
                 and j.retries_ > 0
                 and j.duedate_ <= :soon) as on_the_way
from enrolment n
         join act_ru_execution i
              on i.business_key_ = n.customer_id and i.parent_id_ is null and i.proc_def_id_ = :definition
         join act_ru_variable v on v.proc_inst_id_ = i.id_ and v.name_ = 'enrolmentId' and v.text_ = n.id::text
         join act_ru_execution e on e.proc_inst_id_ = i.id_ and e.act_id_ is not null
where n.id = any (:enrolments::uuid[])
  and not exists (select from act_ru_execution inner_one where inner_one.parent_id_ = e.id_)
group by n.id, i.id_
