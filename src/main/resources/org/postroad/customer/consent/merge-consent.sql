-- The latest statement counts. Of a grant and a withdrawal that may be of the same moment, the withdrawal does: see
-- ConsentChange.
insert into consent (customer_id, topic, granted, at, source, text)
values (?, ?, ?, ?, ?, ?)
on conflict (customer_id, topic) do update set
    granted = excluded.granted,
    at = greatest(consent.at, excluded.at),
    source = excluded.source,
    text = excluded.text
where consent.at < excluded.at
   or consent.at <= ? and (consent.granted or not excluded.granted)
