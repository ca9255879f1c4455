update message
set claimed_until = claim.until
from unnest(:ids::uuid[], :untils::timestamptz[]) as claim (id, until)
where message.id = claim.id
