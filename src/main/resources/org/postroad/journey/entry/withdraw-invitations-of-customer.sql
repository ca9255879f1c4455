-- Counts a customer who was erased as passed over in every audience that still invites them.
with withdrawn as (
    delete from invitation where shard = shard_of(?) and customer_id = ? returning audience_id, shard
)
update audience_progress progress
set passed_over = progress.passed_over + 1
from withdrawn
where progress.audience_id = withdrawn.audience_id and progress.shard = withdrawn.shard
