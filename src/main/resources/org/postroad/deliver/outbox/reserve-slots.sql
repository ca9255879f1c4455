-- Locks the domains until the transaction ends, always in the same order, and returns each domain's next free slot.
insert into mail_pace as pace (domain, next_at)
select domain, :now
from unnest(:domains::text[]) as wanted (domain)
order by domain
on conflict (domain) do update set next_at = pace.next_at
returning domain, next_at
