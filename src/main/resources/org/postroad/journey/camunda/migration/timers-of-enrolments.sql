-- The running timers of these enrolments, found by customer, since variables are never searched.
select n.id as enrolment_id, i.proc_def_id_ as definition, d.act_id_ as step, j.id_ as job, j.duedate_ as due
from enrolment n
         join act_ru_execution i on i.business_key_ = n.customer_id and i.parent_id_ is null
         join act_ru_variable v on v.proc_inst_id_ = i.id_ and v.name_ = 'enrolmentId' and v.text_ = n.id::text
         join act_ru_job j on j.process_instance_id_ = i.id_ and j.type_ = 'timer'
         join act_ru_jobdef d on d.id_ = j.job_def_id_
where n.id = any (:enrolments::uuid[])
