select recipient, subject, html, sent_at
from message
where sent_at > ?
order by sent_at, recipient, journey, step
