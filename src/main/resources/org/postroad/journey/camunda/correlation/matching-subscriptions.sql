-- Finds the event subscriptions that these events match: from the customer to the process instances, and to what these wait
-- for. In the same query, with a null subscription, the instances that stand before a step which begins in a transaction of
-- its own (they may come to a wait any moment), and those that are suspended because their journey is paused (they look back
-- when it is resumed).
-- A token that an earlier event could not move, and that a job is to move by it, hears nothing until then: later events
-- are missed, and looked back at in order.
-- "offset 0" makes the planner look up each instance by its key, also while it takes a fast-growing table for empty.
with instance as (
    select n.event_id, n.type, i.id_ as id, i.proc_def_id_ as definition, i.suspension_state_ = 2 as suspended
    from unnest(:events, :customers, :types) as n (event_id, customer_id, type)
             cross join lateral (select id_, parent_id_, proc_def_id_, suspension_state_
                                 from act_ru_execution
                                 where business_key_ = n.customer_id
                                 offset 0) i
    where i.parent_id_ is null
)
select instance.event_id, instance.type, instance.id as instance, instance.definition, s.activity_id_ as activity,
       s.id_ as subscription
from instance
         cross join lateral (select id_, activity_id_, event_type_, event_name_, execution_id_
                             from act_ru_event_subscr
                             where proc_inst_id_ = instance.id
                             offset 0) s
where s.event_type_ = 'message'
  and s.event_name_ = instance.type
  and not instance.suspended
  and not exists (select from act_ru_job
                  where execution_id_ = s.execution_id_ and handler_type_ = 'postroad-event'
                  offset 0)
union all
select distinct instance.event_id, instance.type, instance.id, instance.definition, null, null
from instance
         cross join lateral (select type_
                             from act_ru_job
                             where process_instance_id_ = instance.id
                             offset 0) j
where j.type_ = 'message'
  and not instance.suspended
union all
select instance.event_id, instance.type, instance.id, instance.definition, null, null
from instance
where instance.suspended
