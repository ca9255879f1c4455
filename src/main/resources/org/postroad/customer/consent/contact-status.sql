select customer.email, consent.granted, suppression.address is not null as suppressed
from customer
left join consent on consent.customer_id = customer.id and consent.topic = ?
left join suppression on suppression.address = address_hash(customer.email)
where customer.id = ?
