package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.rehearse.RehearsalApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journey for the members of a segment can be simulated, and says the same again; others do not pay for it. */
@OwnContext
class SegmentsInSimulationIT {

    private static final SimulationPlan PLAN =
            new SimulationPlan("loyalty", 120, 10, 7, Instant.parse("2026-03-02T00:00:00Z"));
    private static final ShopScene SCENE = new ShopScene(PLAN.seed(), PLAN.customers());

    @Test
    void simulatesJourneysForTheMembersOfSegments() throws IOException {
        Map<String, byte[]> files = loyaltyFor("customer.in('champions')");
        Outcome first;
        try (RehearsalApplication rehearsal = RehearsalApplication.open(PostroadApplication.class, true)) {
            first = simulated(rehearsal, files, Map.of());
            knowsTheSegmentsThatPeopleDefine(rehearsal);
            learnsNothingForJourneysThatAskForNoSegment(rehearsal);
        }
        assertThat(first.entered()).isBetween(5L, PLAN.customers() / 2L);
        assertThat(first.learnedAt()).as("at the start, and after seven days").containsExactly(0L, 7L);
        try (RehearsalApplication inFourThreads =
                RehearsalApplication.open(PostroadApplication.class, true, "postroad.event.lanes=4")) {
            assertThat(simulated(inFourThreads, files, Map.of()).report()).isEqualTo(first.report());
        }
    }

    private static void knowsTheSegmentsThatPeopleDefine(RehearsalApplication rehearsal) throws IOException {
        Map<String, byte[]> files = loyaltyFor("customer.in('twice') || customer.like('twice')");
        Outcome defined =
                simulated(rehearsal, files, Map.of("twice", "${customer.orders >= 2 && customer.in('champions')}"));
        assertThat(defined.entered()).isPositive();
        assertThat(simulated(rehearsal, files, Map.of()).entered())
                .as("nobody is in a segment that is not defined")
                .isZero();
    }

    private static void learnsNothingForJourneysThatAskForNoSegment(RehearsalApplication rehearsal) throws IOException {
        assertThat(simulated(rehearsal, loyaltyFor("customer.orders >= 2"), Map.of())
                        .learnedAt())
                .isEmpty();
    }

    /** @param learnedAt in days since the start */
    private record Outcome(long entered, String report, List<Long> learnedAt) {}

    private static Outcome simulated(
            RehearsalApplication rehearsal, Map<String, byte[]> files, Map<String, String> defined) {
        ApplicationContext context = rehearsal.context();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        Set<Instant> learnedAt = new LinkedHashSet<>();
        context.getBean(Simulation.class)
                .run(
                        PLAN,
                        SCENE,
                        files,
                        defined,
                        now -> learnedAt.addAll(
                                jdbc.sql("select fitted_at from segment_fit where fitted_at is not null")
                                        .query((row, number) ->
                                                row.getTimestamp("fitted_at").toInstant())
                                        .list()));
        SimulationResult result = context.getBean(SimulationResults.class).of(PLAN);
        List<Long> days = new ArrayList<>();
        learnedAt.forEach(at -> days.add(Duration.between(PLAN.starts(), at).toDays()));
        return new Outcome(
                result.journey().entered(), SimulationReportPage.html(PLAN, SCENE, result, Optional.empty()), days);
    }

    private static Map<String, byte[]> loyaltyFor(String audience) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String table : List.of("offer-eligibility", "lead-score", "journey-priority")) {
            files.put(table + ".dmn", Files.readAllBytes(Path.of("dmn", table + ".dmn")));
        }
        String diagram = Files.readString(Path.of("bpmn/loyalty.bpmn"))
                .replaceFirst(
                        "name=\"audience\" value=\"[^\"]*\"",
                        "name=\"audience\" value=\"\\${" + escaped(audience) + "}\"");
        files.put("loyalty.bpmn", diagram.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String escaped(String expression) {
        return expression.replace("'", "&#39;").replace(">", "&#62;").replace("&&", "&#38;&#38;");
    }
}
