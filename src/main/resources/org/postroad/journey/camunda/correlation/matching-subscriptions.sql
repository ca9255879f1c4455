-- Who waits for one of these events: from the customer to the walks, and to what these wait for. Beside them, in the same
-- glance, the walks that stand before a step which begins in a transaction of its own: they may come to a wait any moment.
-- So do those that rest, since their journey is paused: they hear nothing now, and look back when they walk on.
-- "offset 0" has each walk looked up by its key, also while the planner still takes a table that grows fast for empty.
with walk as (
    select n.event_id, n.type, i.id_ as instance, i.proc_def_id_ as definition, i.suspension_state_ = 2 as rests
    from unnest(:events, :customers, :types) as n (event_id, customer_id, type)
             cross join lateral (select id_, parent_id_, proc_def_id_, suspension_state_
                                 from act_ru_execution
                                 where business_key_ = n.customer_id
                                 offset 0) i
    where i.parent_id_ is null
)
select walk.event_id, walk.type, walk.instance, walk.definition, s.activity_id_ as activity, s.id_ as subscription
from walk
         cross join lateral (select id_, activity_id_, event_type_, event_name_
                             from act_ru_event_subscr
                             where proc_inst_id_ = walk.instance
                             offset 0) s
where s.event_type_ = 'message'
  and s.event_name_ = walk.type
  and not walk.rests
union all
select distinct walk.event_id, walk.type, walk.instance, walk.definition, null, null
from walk
         cross join lateral (select type_
                             from act_ru_job
                             where process_instance_id_ = walk.instance
                             offset 0) j
where j.type_ = 'message'
  and not walk.rests
union all
select walk.event_id, walk.type, walk.instance, walk.definition, null, null
from walk
where walk.rests
