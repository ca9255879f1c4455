-- Deletes look backs that are done. One that missed further events stays: the next may be for the wait to which the first
-- has moved the enrolment.
delete
from look_back b
    using unnest(?::smallint[], ?::bigint[]) as done (shard, id)
where b.shard = done.shard
  and b.id = done.id
  and not exists (select from missed_event m where m.instance = b.instance)
