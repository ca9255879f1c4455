insert into article (id, title, summary, topics, url, image_url, attributes)
select id, title, summary, topics, url, image_url, attributes
from jsonb_to_recordset(?::jsonb) as new (
    id text, title text, summary text, topics text[], url text, image_url text, attributes jsonb)
order by id -- always in the same order, so that two writers cannot lock each other out
on conflict (id) do update set
    title = excluded.title,
    summary = excluded.summary,
    topics = excluded.topics,
    url = excluded.url,
    image_url = excluded.image_url,
    attributes = excluded.attributes
