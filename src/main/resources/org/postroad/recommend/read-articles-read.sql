select distinct properties ->> 'articleId'
from event
where customer_id = :customer
  and type = 'article_read'
  and properties ->> 'articleId' is not null
