-- Locks these messages, and notes on those not sent yet that others wait for what becomes of them. Leaves out those that do
-- not go, and those that another transaction is changing at this moment.
with winner as (
    select id, state
    from message
    where id = any (:ids)
      and state in ('PREPARED', 'DEFERRED', 'ATTEMPTING', 'SENT')
    order by id
    for update skip locked
), noted as (
    update message
    set outranks = true
    from winner
    where message.id = winner.id
      and winner.state <> 'SENT'
)
select id, state = 'SENT' as sent
from winner
