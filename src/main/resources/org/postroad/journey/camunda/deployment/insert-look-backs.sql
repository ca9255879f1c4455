-- Queues a look back for each suspended instance that missed an event: since null and began_at 'epoch', so that all its
-- missed events count, for each of its waits. An instance before a step of its own transaction queues its own later.
insert into look_back (shard, instance, customer_id, since, began_at)
select shard_of(i.business_key_), i.id_, i.business_key_, null, 'epoch'
from act_re_procdef d
         join act_ru_execution i on i.proc_def_id_ = d.id_ and i.parent_id_ is null and i.suspension_state_ = 2
where d.key_ = :journey
  and exists (select from missed_event m where m.instance = i.id_)
  and not exists (select from act_ru_job m where m.process_instance_id_ = i.id_ and m.type_ = 'message')
