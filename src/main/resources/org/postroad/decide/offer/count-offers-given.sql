select count(*)
from decision
where customer_id = :customer
  and decided_at >= :since
  and action <> :nothing
  and journey is not null
