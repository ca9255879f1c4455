-- Who waits for one of these events: from the customer to the walks, and to what these wait for. Beside them, in the same
-- glance, the walks that stand before a step which begins in a transaction of its own: they may come to a wait any moment.
with walk as (
    select n.event_id, n.type, i.id_ as instance, i.proc_def_id_ as definition
    from unnest(:events, :customers, :types) as n (event_id, customer_id, type)
             join act_ru_execution i on i.business_key_ = n.customer_id and i.parent_id_ is null
    where i.suspension_state_ = 1
)
select walk.event_id, walk.type, walk.instance, walk.definition, s.activity_id_ as activity, s.id_ as subscription
from walk
         join act_ru_event_subscr s on s.proc_inst_id_ = walk.instance and s.event_name_ = walk.type
where s.event_type_ = 'message'
union all
select walk.event_id, walk.type, walk.instance, walk.definition, null, null
from walk
where exists (select from act_ru_job j where j.process_instance_id_ = walk.instance and j.type_ = 'message')
