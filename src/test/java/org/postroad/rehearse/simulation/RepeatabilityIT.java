package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.SimulationScene;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same seed gives the same report, to the byte, with all journeys that come with Postroad, and in any number of threads. */
@OwnContext
class RepeatabilityIT {

    private static final Instant STARTS = Instant.parse("2026-03-02T00:00:00Z");
    private static final int CUSTOMERS = 60;
    private static final int DAYS = 12;
    private static final long SEED = 7;
    private static final SimulationScene SCENE = new ShopScene(SEED, CUSTOMERS);

    @Test
    void saysTheSameAgain() {
        Outcome first;
        Outcome again;
        try (RehearsalApplication rehearsal = RehearsalApplication.open(PostroadApplication.class, true)) {
            first = simulated(rehearsal);
            again = simulated(rehearsal);
        }
        Outcome inFourThreads;
        try (RehearsalApplication rehearsal =
                RehearsalApplication.open(PostroadApplication.class, true, "postroad.event.lanes=4")) {
            inFourThreads = simulated(rehearsal);
        }
        assertThat(first.reports()).hasSize(16);
        assertThat(first.mails()).hasSizeGreaterThan(50);
        assertThat(again.mails()).isEqualTo(first.mails());
        assertThat(again.reports()).isEqualTo(first.reports());
        assertThat(inFourThreads.mails()).isEqualTo(first.mails());
        assertThat(inFourThreads.reports()).isEqualTo(first.reports());
    }

    /** @param reports by journey */
    private record Outcome(Map<String, String> reports, List<String> mails) {}

    private static Outcome simulated(RehearsalApplication rehearsal) {
        Map<String, byte[]> files = JourneyFolder.read(Path.of("."));
        ConfigurableApplicationContext context = rehearsal.context();
        context.getBean(Simulation.class).run(plan("welcome"), SCENE, files, Map.of(), now -> {});
        Map<String, String> reports = new TreeMap<>();
        files.keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.replace(".bpmn", ""))
                .forEach(journey -> reports.put(
                        journey,
                        SimulationReportPage.html(
                                plan(journey),
                                SCENE,
                                context.getBean(SimulationResults.class).of(plan(journey)),
                                Optional.empty())));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        return new Outcome(reports, texts(jdbc, """
                        select concat_ws(' ', journey, customer_id, step, run, state, reason, sent_at, subject) from message
                        order by 1"""));
    }

    private static SimulationPlan plan(String journey) {
        return new SimulationPlan(journey, CUSTOMERS, DAYS, SEED, STARTS);
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
