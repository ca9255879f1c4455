-- The process instances of these enrolments, found by customer and journey: variables are never searched.
select i.id_
from enrolment n
         join act_ru_execution i on i.business_key_ = n.customer_id and i.parent_id_ is null
         join act_re_procdef d on d.id_ = i.proc_def_id_ and d.key_ = n.journey
         join act_ru_variable v on v.proc_inst_id_ = i.id_ and v.name_ = 'enrolmentId' and v.text_ = n.id::text
where n.id = any (:enrolments::uuid[])
