insert into product (id, name, brand, category, price, currency, cost, url, image_url, tags, stock, consumable_days, attributes)
select id, name, brand, category, price, currency, cost, url, image_url, tags, stock, consumable_days, attributes
from jsonb_to_recordset(?::jsonb) as new (
    id text, name text, brand text, category text, price numeric, currency text, cost numeric, url text, image_url text,
    tags text[], stock integer, consumable_days integer, attributes jsonb)
order by id -- always in the same order, so that two writers cannot lock each other out
on conflict (id) do update set
    name = excluded.name,
    brand = excluded.brand,
    category = excluded.category,
    price = excluded.price,
    currency = excluded.currency,
    cost = excluded.cost,
    url = excluded.url,
    image_url = excluded.image_url,
    tags = excluded.tags,
    stock = excluded.stock,
    consumable_days = excluded.consumable_days,
    attributes = excluded.attributes
