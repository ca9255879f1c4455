select m.step, m.sent_at, m.subject, m.recipient,
       case when coalesce(d.action, 'nothing') = 'nothing' then 'none' else d.action end as offer
from message m
         left join decision d on d.id = m.decision_id
where m.sent_at is not null
order by m.sent_at, m.created_at, m.id
