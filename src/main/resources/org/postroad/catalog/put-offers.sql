insert into offer (id, name, kind, value, cost, slots, code_prefix, valid_for, attributes)
select id, name, kind, value, cost, slots, code_prefix, valid_for, attributes
from jsonb_to_recordset(?::jsonb) as new (
    id text, name text, kind text, value numeric, cost numeric, slots text[], code_prefix text, valid_for text,
    attributes jsonb)
order by id -- always in the same order, so that two writers cannot lock each other out
on conflict (id) do update set
    name = excluded.name,
    kind = excluded.kind,
    value = excluded.value,
    cost = excluded.cost,
    slots = excluded.slots,
    code_prefix = excluded.code_prefix,
    valid_for = excluded.valid_for,
    attributes = excluded.attributes
