-- The domains that may be written to and before which mail is lined up. Who has waited longest comes first.
select line.domain
from mail_line line
left join mail_pace on mail_pace.domain = line.domain
where line.due_at <= :now
  and coalesce(mail_pace.next_at <= :now, true)
order by mail_pace.next_at
limit :most
