insert into customer (id, updated_at, created_at, email, first_name, last_name, locale, time_zone, attributes)
select id, at, at, email, first_name, last_name, locale, time_zone, attributes
from (
    values (?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::jsonb)
) as given (id, at, email, first_name, last_name, locale, time_zone, attributes)
on conflict (id) do update set
    updated_at = excluded.updated_at,
    email = excluded.email,
    first_name = excluded.first_name,
    last_name = excluded.last_name,
    locale = excluded.locale,
    time_zone = excluded.time_zone,
    attributes = excluded.attributes
