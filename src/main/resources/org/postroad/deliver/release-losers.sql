-- The messages that gave way to these, which are not sent now after all: they are due again, as if they had not given way.
update message
set due_at     = :now,
    reason     = null,
    yielded_to = null,
    times_held = greatest(times_held - 1, 0)
where id in (
    select loser.id
    from message winner
    join message loser on loser.customer_id = winner.customer_id and loser.yielded_to = winner.id
    where winner.id = any (:winners)
      and loser.state in ('PREPARED', 'DEFERRED')
    order by loser.id
    for update of loser
)
