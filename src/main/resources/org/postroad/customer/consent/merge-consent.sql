insert into consent (customer_id, topic, granted, at, source, text)
values (?, ?, ?, ?, ?, ?)
on conflict (customer_id, topic) do update set
    granted = excluded.granted,
    at = excluded.at,
    source = excluded.source,
    text = excluded.text
where excluded.at >= consent.at
