insert into suppression (address, reason, at)
values (address_hash(:email), :reason, :at)
