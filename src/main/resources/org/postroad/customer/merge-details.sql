-- Newer details replace what is known; older ones only fill gaps.
update customer
set
    email = case when given.at >= updated_at then coalesce(given.email, customer.email) else coalesce(customer.email, given.email) end,
    first_name = case when given.at >= updated_at then coalesce(given.first_name, customer.first_name) else coalesce(customer.first_name, given.first_name) end,
    last_name = case when given.at >= updated_at then coalesce(given.last_name, customer.last_name) else coalesce(customer.last_name, given.last_name) end,
    locale = case when given.at >= updated_at then coalesce(given.locale, customer.locale) else coalesce(customer.locale, given.locale) end,
    time_zone = case when given.at >= updated_at then coalesce(given.time_zone, customer.time_zone) else coalesce(customer.time_zone, given.time_zone) end,
    attributes = case when given.at >= updated_at then customer.attributes || given.attributes else given.attributes || customer.attributes end,
    updated_at = greatest(customer.updated_at, given.at)
from (
    values (?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::jsonb)
) as given (id, at, email, first_name, last_name, locale, time_zone, attributes)
where customer.id = given.id
