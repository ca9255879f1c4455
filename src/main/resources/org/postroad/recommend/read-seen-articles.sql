-- Articles that the customer read, and those that a mail linked to.
select properties ->> 'articleId'
from event
where customer_id = :customer
  and type = 'article_read'
  and properties ->> 'articleId' is not null
union
select article.id
from tracked_message, unnest(targets) target
join article on article.url = target
where customer_id = :customer
