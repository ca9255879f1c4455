-- Who waits for one of these events: from the customer to the walks, and to what these wait for.
select i.id_          as instance,
       i.proc_def_id_ as definition,
       s.activity_id_ as activity,
       s.id_          as subscription
from unnest(:customers, :types) as n (customer_id, type)
         join act_ru_execution i on i.business_key_ = n.customer_id and i.parent_id_ is null
         join act_ru_event_subscr s on s.proc_inst_id_ = i.id_ and s.event_name_ = n.type
where s.event_type_ = 'message'
  and i.suspension_state_ = 1
