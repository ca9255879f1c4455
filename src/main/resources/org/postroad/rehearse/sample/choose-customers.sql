-- A choice by lot that stays the same for the same seed and customers; one more customer changes it by at most one.
select id, email, first_name, last_name, locale, time_zone, attributes, created_at, updated_at,
       (select reason from suppression where address = address_hash(customer.email)) as suppressed
  from customer
 where email is not null and created_at <= :starts
 order by md5(:seed || ':' || id), id
 limit :customers
