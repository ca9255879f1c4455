select min(greatest(sweep.next_at, soonest.due_at)) as next_at
from audience_sweep sweep
         cross join lateral (select min(due_at) as due_at from audience_check where shard = sweep.shard) soonest
where sweep.audiences = :audiences
  and sweep.reached is null
  and soonest.due_at is not null -- greatest() ignores nulls
