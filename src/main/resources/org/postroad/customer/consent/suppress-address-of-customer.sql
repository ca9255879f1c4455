insert into suppression (address, reason, at)
select address_hash(email), ?, ?
from customer
where id = ? and email is not null
on conflict do nothing
