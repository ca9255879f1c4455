select d.key_ as journey, coalesce(n.failed_activity_id_, n.activity_id_) as step, i.business_key_ as customer_id, n.incident_timestamp_ as since,
       n.incident_msg_ as reason, n.proc_inst_id_ as instance, j.id_ as job
from act_ru_incident n
         join act_re_procdef d on d.id_ = n.proc_def_id_
         left join act_ru_execution i on i.id_ = n.proc_inst_id_
         left join act_ru_job j on j.id_ = n.configuration_
where cast(:customer as text) is null or i.business_key_ = :customer
order by n.incident_timestamp_ desc, n.id_
limit :most
