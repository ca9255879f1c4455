update message
set state        = 'ATTEMPTING',
    attempts     = attempts + 1,
    attempted_at = :now
where id = any (:ids)
