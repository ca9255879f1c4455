-- The migrations, newest first, with their progress.
select m.*, n.*
from migration m
         cross join lateral (select count(*)                                                        as people,
                                    count(*) filter (where outcome = 'MOVED')                       as moved,
                                    count(*) filter (where outcome = 'EXITED')                      as exited,
                                    count(*) filter (where outcome = 'LEFT')                        as gone,
                                    count(*) filter (where outcome = 'FAILED')                      as failed,
                                    count(*) filter (where outcome is null and place <= m.up_to)    as waiting,
                                    count(*) filter (where outcome is null and place > m.up_to)     as later
                             from migration_walk
                             where migration_id = m.id) n
where (:journey::text is null or m.journey = :journey)
  and (:id::uuid is null or m.id = :id)
order by m.requested_at desc, m.id desc
limit 20
