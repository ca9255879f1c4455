package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.time.WorkScheduler;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A simulation says the same each time, and what it says of mails is what the live engine then sends. */
@OwnContext
class SimulationIT {

    private static final SimulationPlan PLAN =
            new SimulationPlan("browse-abandonment", 200, 14, 7, Instant.parse("2026-03-02T00:00:00Z"));

    /** Those that get in its way at times. */
    private static final List<String> JOURNEYS =
            List.of("browse-abandonment", "content-digest", "event-promotion", "lead-nurture", "loyalty", "milestone");

    /** What differs by a moment is drawn anew: people open, click and buy by lot, and few of them are here. */
    private static final long BY_LOT = 5;

    @Test
    void foretellsWhatTheLiveEngineSends(@TempDir Path home, @TempDir Path folder) throws IOException {
        copyJourneys(folder);
        SimulationResult result;
        try (RehearsalApplication rehearsal = RehearsalApplication.open(PostroadApplication.class, true)) {
            result = simulated(rehearsal, folder);
            assertThat(simulated(rehearsal, folder)).isEqualTo(result);
        }
        assertThat(result.mailsByStep()).containsOnlyKeys("send-still-thinking", "send-reminder");
        assertThat(result.journey().entered()).isGreaterThan(40);
        assertThat(result.offers()).isNotEmpty();
        assertThat(result.journey().svg()).startsWith("<svg");
        Map<String, Long> sent = live(home, folder);
        result.mailsByStep()
                .forEach((step, foretold) -> assertThat((double) foretold)
                        .as(step)
                        .isBetween(
                                0.95 * sent.getOrDefault(step, 0L) - BY_LOT,
                                1.05 * sent.getOrDefault(step, 0L) + BY_LOT));
    }

    private static void copyJourneys(Path folder) throws IOException {
        Path bpmn = Files.createDirectory(folder.resolve("bpmn"));
        for (String journey : JOURNEYS) {
            Files.copy(Path.of("bpmn", journey + ".bpmn"), bpmn.resolve(journey + ".bpmn"));
        }
        FileSystemUtils.copyRecursively(Path.of("dmn"), folder.resolve("dmn"));
    }

    private static SimulationResult simulated(RehearsalApplication rehearsal, Path folder) {
        rehearsal
                .context()
                .getBean(Simulation.class)
                .run(
                        PLAN,
                        new ShopScene(PLAN.seed(), PLAN.customers()),
                        JourneyFolder.read(folder),
                        Map.of(),
                        now -> {});
        return rehearsal.context().getBean(SimulationResults.class).of(PLAN);
    }

    /** The server as it always is, with the shop of that seed, SMTP and the time machine. */
    private static Map<String, Long> live(Path home, Path folder) {
        SpringApplication server = new SpringApplication(PostroadApplication.class);
        try (ConfigurableApplicationContext running = server.run(
                "--server.port=0",
                "--postroad.home=" + home,
                "--postroad.journeys.location=" + folder,
                "--postroad.time.frozen-at=" + PLAN.starts(),
                "--postroad.time.background=false",
                "--postroad.shop.seed=" + PLAN.seed(),
                "--postroad.shop.customers=" + PLAN.customers(),
                "--postroad.decide.exploration=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.root=warn")) {
            running.getBean(WorkScheduler.class).advance(Duration.ofDays(PLAN.days()));
            return sentBySteps(running.getBean(JdbcClient.class));
        }
    }

    private static Map<String, Long> sentBySteps(JdbcClient jdbc) {
        Map<String, Long> sent = new TreeMap<>();
        jdbc.sql("select step, count(*) as mails from message where journey = ? and sent_at is not null group by 1")
                .param(PLAN.journey())
                .query(row -> {
                    sent.put(row.getString("step"), row.getLong("mails"));
                });
        return sent;
    }
}
