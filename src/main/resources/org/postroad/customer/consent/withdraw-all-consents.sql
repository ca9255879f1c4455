update consent
set granted = false, at = greatest(at, ?), source = ?, text = null
where customer_id = ? and granted and at <= ?
