update enrolment
set customer_id = ?,
    trigger_event_id = null
where customer_id = ?
