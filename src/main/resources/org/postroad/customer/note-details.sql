-- Newer details replace what is known; older ones only fill its gaps.
update customer
set
    email = case when told.at >= updated_at then coalesce(told.email, customer.email) else coalesce(customer.email, told.email) end,
    first_name = case when told.at >= updated_at then coalesce(told.first_name, customer.first_name) else coalesce(customer.first_name, told.first_name) end,
    last_name = case when told.at >= updated_at then coalesce(told.last_name, customer.last_name) else coalesce(customer.last_name, told.last_name) end,
    locale = case when told.at >= updated_at then coalesce(told.locale, customer.locale) else coalesce(customer.locale, told.locale) end,
    time_zone = case when told.at >= updated_at then coalesce(told.time_zone, customer.time_zone) else coalesce(customer.time_zone, told.time_zone) end,
    attributes = case when told.at >= updated_at then customer.attributes || told.attributes else told.attributes || customer.attributes end,
    updated_at = greatest(customer.updated_at, told.at)
from (
    values (?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::jsonb)
) as told (id, at, email, first_name, last_name, locale, time_zone, attributes)
where customer.id = told.id
