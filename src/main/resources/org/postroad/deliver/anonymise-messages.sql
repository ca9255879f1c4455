update message
set customer_id = ?,
    recipient = null,
    subject = null,
    html = null,
    mime = null,
    smtp_reply = null
where customer_id = ?
