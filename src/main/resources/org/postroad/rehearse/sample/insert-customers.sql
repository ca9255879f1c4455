insert into customer (id, email, first_name, last_name, locale, time_zone, attributes, created_at, updated_at)
values (:id, :email, :firstName, :lastName, :locale, :timeZone, :attributes::jsonb, :createdAt, :updatedAt)
