-- Nodes share the outbox: skips calls that another node has locked.
update webhook_call
set attempts = attempts + 1, due_at = :until
where id in (
    select id
    from webhook_call
    where state = 'WAITING' and due_at <= :now
    order by due_at
    limit :limit
    for update skip locked
)
returning *
