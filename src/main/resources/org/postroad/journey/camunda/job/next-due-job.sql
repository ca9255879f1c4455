-- The due date of the first job, or the end of the hold of an overdue timer (due-jobs.sql).
select least(
               (select min(duedate_)
                from act_ru_job
                where retries_ > 0
                  and suspension_state_ = 1
                  and lock_owner_ is distinct from 'catching up'),
               (select min(greatest(duedate_, lock_exp_time_))
                from act_ru_job
                where retries_ > 0
                  and suspension_state_ = 1
                  and lock_owner_ = 'catching up'))
