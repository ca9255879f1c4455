-- Indexes that the engine's own schema lacks for large numbers of waiting instances. Runs at each start.

-- Finds the next due timer, idle or with hundreds of thousands waiting, in a fraction of a millisecond.
create index if not exists jx_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;

-- Job acquisition looks up for each instance whether one of its jobs is locked already (exclusive jobs).
create index if not exists jx_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;

-- Correlation, migration and ends look up subscriptions by their instance.
create index if not exists jx_evsub_pi on act_ru_event_subscr (proc_inst_id_);
