select seq
from event
where processed_at is null and failure is null
order by seq
limit ?
