update decision
set customer_id = ?,
    focus = null,
    evidence = evidence || jsonb_build_object('features', '{}'::jsonb, 'reason', 'The customer was erased.')
where customer_id = ?
