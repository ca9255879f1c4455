package org.postroad.bench;

import org.junit.jupiter.api.Test;

/** Many timers that fall due at about the same time, cold and warm, with all stock journeys deployed. */
class TimerBench {

    private static final int TIMERS = Scale.of(20_000);

    private int rounds;

    @Test
    void timers() throws Exception {
        try (RunningPostroad postroad = new RunningPostroad()) {
            String what = "lateness of %,d timers due within one minute, p99".formatted(TIMERS);
            ResultTable.add(Rounds.once()
                    .measure("timers-first", what + ", in a process just started", "ms", () -> lateness(postroad)));
            ResultTable.add(Rounds.of(2).measure("timers", what, "ms", () -> lateness(postroad)));
        }
    }

    /** Each round ends all enrolments; for the next, others come in. */
    private double lateness(RunningPostroad postroad) {
        int round = ++rounds;
        postroad.send("came_in", TIMERS, i -> "sleeper-" + round + "-" + i);
        postroad.jdbc().execute("drop table if exists bench_due");
        postroad.jdbc().execute("""
            create table bench_due as
            select i.business_key_ as customer,
                   now() + interval '5 s' + row_number() over () * interval '60 s' / %d as due
            from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_\
            """.formatted(TIMERS));
        postroad.jdbc().execute("""
            update act_ru_job j set duedate_ = d.due at time zone 'UTC'
            from bench_due d join act_ru_execution i on i.business_key_ = d.customer and i.parent_id_ is null
            where j.process_instance_id_ = i.id_\
            """);
        while (postroad.number("select count(*) from act_ru_job") > 0) {
            Pause.ofMillis(500);
        }
        return postroad.number("""
            select (percentile_disc(0.99) within group (order by extract(epoch from s.at - d.due)) * 1000)::bigint
            from bench_due d
            join enrolment e on e.customer_id = d.customer
            join step s on s.enrolment_id = e.id and s.step = 'end-1'\
            """);
    }
}
