-- Decisions of an earlier mail provider: imported mails with the propensity with which their action was chosen.
select customer_id,
       occurred_at,
       properties ->> 'slot'                          as slot,
       coalesce(properties ->> 'offerId', 'nothing')  as action,
       (properties ->> 'propensity')::double precision as propensity,
       properties ->> 'productId'                     as focus
from event
where type = 'email_sent'
  and jsonb_typeof(properties -> 'propensity') = 'number'
  and jsonb_typeof(properties -> 'slot') = 'string'
  and properties -> 'messageId' is null
  and occurred_at < :before
order by occurred_at
