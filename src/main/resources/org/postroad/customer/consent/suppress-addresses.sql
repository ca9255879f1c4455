insert into suppression (address, reason, at)
select address_hash(customer.email), reported.reason, reported.at
from unnest(?::text[], ?::text[], ?::timestamptz[]) as reported (customer_id, reason, at)
         join customer on customer.id = reported.customer_id
where customer.email is not null
on conflict do nothing
