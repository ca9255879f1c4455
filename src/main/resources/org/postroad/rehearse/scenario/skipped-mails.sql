select step, reason
from message
where state in ('SKIPPED', 'CANCELLED', 'FAILED')
order by created_at, id
