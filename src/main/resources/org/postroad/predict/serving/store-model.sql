-- The first node to have learned is believed until its model is no longer valid.
insert into learned_model (name, learned_at, valid_until, model)
values (:name, :learnedAt, :validUntil, :model::jsonb)
on conflict (name) do update
set learned_at = excluded.learned_at, valid_until = excluded.valid_until, model = excluded.model
where not (learned_model.learned_at <= excluded.learned_at and learned_model.valid_until > excluded.learned_at) or :replace
