-- What the engine's own schema lacks for large waiting populations; each may be created again and again.

-- Finds the next due timer, idle or with hundreds of thousands waiting, in a fraction of a millisecond.
create index if not exists jx_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;

-- Acquisition asks for each instance whether one of its jobs is locked already (exclusive jobs).
create index if not exists jx_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;

-- Who waits for an event, what migrates, what ends: subscriptions by their instance.
create index if not exists jx_evsub_pi on act_ru_event_subscr (proc_inst_id_);
