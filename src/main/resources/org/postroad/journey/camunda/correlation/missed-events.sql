-- The events that these instances wait for and that came on their way to the wait: each event with each subscription for
-- its type, in the order of the events. Without events that are still in the inbox: these are correlated when processed.
select heard.seq, heard.event_id, i.id_ as instance, i.proc_def_id_ as definition, s.activity_id_ as activity,
       s.id_ as subscription
from unnest(?::smallint[], ?::bigint[]) as place (shard, id)
         join look_back b using (shard, id)
         join act_ru_execution i on i.id_ = b.instance and i.suspension_state_ = 1
         cross join lateral (
             select m.seq, m.event_id, m.type
             from missed_event m
             where b.since is null
               and m.instance = b.instance
             union all
             select e.seq, e.id, e.type
             from event e
             where e.customer_id = b.customer_id
               and e.received_at > b.since
               and e.occurred_at > e.received_at - ?::interval
               and not exists (select from inbox where inbox.shard = b.shard and inbox.seq = e.seq)) heard
         join act_ru_event_subscr s
              on s.proc_inst_id_ = i.id_ and s.event_type_ = 'message' and s.event_name_ = heard.type
where s.created_ >= b.began_at at time zone 'UTC'
  and not exists (select from act_ru_job j where j.execution_id_ = s.execution_id_ and j.handler_type_ = 'postroad-event')
order by heard.seq
