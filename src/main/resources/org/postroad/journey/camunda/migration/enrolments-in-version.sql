-- All open enrolments in a version.
select v.text_::uuid as enrolment_id, i.business_key_ as customer_id
from act_ru_execution i
         join act_ru_variable v on v.proc_inst_id_ = i.id_ and v.name_ = 'enrolmentId'
where i.proc_def_id_ = :definition
  and i.parent_id_ is null
