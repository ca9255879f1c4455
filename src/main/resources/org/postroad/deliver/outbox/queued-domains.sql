-- The domains that have a queue of their own and a free slot, the longest waiting first.
select line.domain
from mail_line line
left join mail_pace on mail_pace.domain = line.domain
where line.due_at <= :now
  and coalesce(mail_pace.next_at <= :now, true)
order by mail_pace.next_at
limit :limit
