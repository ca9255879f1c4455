-- Until now, a sender's clock that ran fast could date a consent after its receipt, where a withdrawal did not reach it.
update consent
set at = latest.received_at
from (select max(received_at) as received_at from event) latest
where consent.at > latest.received_at;
