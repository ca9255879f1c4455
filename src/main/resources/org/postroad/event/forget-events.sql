-- Removes a customer's events from the inbox and the outcomes, and deletes those that no report counts.
with theirs as (
    select seq, received_at, id, shard_of(customer_id) as shard,
           type = 'purchased'
               or properties -> 'enrolmentId' is not null
               or properties -> 'messageId' is not null as counted
    from event
    where customer_id = ?
), not_waiting as (
    delete from inbox using theirs where inbox.shard = theirs.shard and inbox.seq = theirs.seq
), unpublished as (
    delete from outcome using theirs where outcome.seq = theirs.seq
), keyless as (
    delete from event_key using theirs where event_key.id = theirs.id
)
delete from event
using theirs
where event.received_at = theirs.received_at and event.seq = theirs.seq and not theirs.counted
