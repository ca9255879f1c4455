-- Only messages that are as they were claimed: not cancelled, and not attempted by another node after the claim expired.
update message
set state         = 'ATTEMPTING',
    attempts      = attempts + 1,
    attempted_at  = :now,
    claimed_until = null
where id in (
    select message.id
    from unnest(:ids::uuid[], :attempts::integer[]) as claim (id, attempts)
    join message on message.id = claim.id and message.attempts = claim.attempts
    where state in ('PREPARED', 'DEFERRED')
    for update of message skip locked
)
returning id, mime
