-- Of the events that reports count, keeps only numbers and the names of journeys, steps and mails.
update event
set customer_id = ?,
    id = gen_random_uuid()::text,
    properties = case
        when type = 'purchased' then jsonb_strip_nulls(jsonb_build_object(
            'currency', properties -> 'currency',
            'total', coalesce(
                case when jsonb_typeof(properties -> 'total') = 'number' then (properties ->> 'total')::numeric end,
                (select sum(coalesce((item ->> 'quantity')::numeric, 1) * coalesce((item ->> 'price')::numeric, 0))
                 from jsonb_array_elements(
                     case when jsonb_typeof(properties -> 'items') = 'array' then properties -> 'items' end) item),
                0)))
        else jsonb_strip_nulls(jsonb_build_object(
            'messageId', properties -> 'messageId',
            'enrolmentId', properties -> 'enrolmentId',
            'journey', properties -> 'journey',
            'step', properties -> 'step',
            'experiment', properties -> 'experiment',
            'variant', properties -> 'variant',
            'reason', case when properties -> 'journey' is not null then properties -> 'reason' end,
            'position', properties -> 'position'))
        end
where customer_id = ?
