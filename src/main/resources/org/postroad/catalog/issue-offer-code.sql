insert into offer_code (code, offer_id, customer_id, decision_id, issued_at, expires_at)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing
returning *
