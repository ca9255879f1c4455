-- The next enrolments to migrate, in the random order of their migration.
select w.migration_id as migration, w.enrolment_id, w.shard, w.customer_id
from migration m
         cross join lateral (select * from migration_walk
                             where migration_id = m.id
                               and shard = any (:shards::smallint[])
                               and outcome is null
                               and place <= m.up_to
                               and next_at <= :now
                             order by place
                             limit :most) w
where m.running
order by w.place
limit :most
