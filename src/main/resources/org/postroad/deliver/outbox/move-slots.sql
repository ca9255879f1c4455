update mail_pace
set next_at = moved.next_at
from unnest(:domains::text[], :nexts::timestamptz[]) as moved (domain, next_at)
where mail_pace.domain = moved.domain
