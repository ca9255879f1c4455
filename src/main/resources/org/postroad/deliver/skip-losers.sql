-- The messages that gave way to these, which are sent now, and that may not wait.
update message
set state = 'CANCELLED'
where id in (
    select loser.id
    from message winner
    join message loser on loser.customer_id = winner.customer_id and loser.yielded_to = winner.id
    where winner.id = any (:winners)
      and loser.state in ('PREPARED', 'DEFERRED')
      and loser.skipped_when_outranked
    order by loser.id
    for update of loser
)
returning 