update tracked_message
set sent_at = sent.at
from unnest(:ids::uuid[], :customers::text[], :times::timestamptz[]) as sent (id, customer_id, at)
where tracked_message.id = sent.id
  and tracked_message.customer_id = sent.customer_id
  and tracked_message.sent_at is null
