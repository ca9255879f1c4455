insert into gate_look (model, version, look, decisions, acting_since)
values (:model, :version, :look, :decisions, :actingSince)
on conflict (model) do update
    set version = excluded.version,
        look = excluded.look,
        decisions = excluded.decisions,
        acting_since = excluded.acting_since
