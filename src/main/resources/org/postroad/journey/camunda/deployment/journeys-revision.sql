-- A text that changes with each deployment, deletion, suspension and state of a journey, and when a version gets its first
-- enrolment or loses its last.
select md5(concat_ws(';',
    (select string_agg(concat_ws(',', d.id_, d.suspension_state_,
                exists (select from act_ru_execution i where i.proc_def_id_ = d.id_)), ' ' order by d.id_)
     from act_re_procdef d),
    (select string_agg(concat_ws(',', journey, state), ' ' order by journey) from journey_state)))
