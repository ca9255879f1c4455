select occurred_at as at, type, properties ->> 'url' as detail
  from event
 where customer_id = :customer and properties ->> 'messageId' = :message::text
   and type in ('email_opened', 'email_clicked', 'email_replied', 'email_bounced', 'email_complained', 'unsubscribed')
union all
select occurred_at, 'purchased', revenue || coalesce(' ' || currency, '') || ' (' || basis || ')'
  from conversion
 where customer_id = :customer and message_id = :message
 order by at
