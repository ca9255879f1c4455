package org.postroad.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.report.TestRecords;
import org.postroad.report.TestRecords.EnrolledStep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The figures of a journey, from rows in the database. */
@PostroadTest
class JourneyStatisticsIT {

    @Autowired
    TestRecords records;

    @Autowired
    JourneyStatistics journeyStatistics;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    /** A journey of this test alone; the statistics need no diagram. */
    private final String journey = "figures-" + UUID.randomUUID();

    private Instant longAgo = Instant.EPOCH;

    @BeforeEach
    void aTimeBeforeTheWindow() {
        longAgo = clock.instant().minus(Duration.ofDays(20));
    }

    @Test
    void countsEntriesAndEndReasons() {
        UUID inside = enrol("a", false);
        UUID bought = enrol("b", false);
        UUID held = enrol("c", true);
        records.endEnrolment(bought, longAgo.plusSeconds(9), "goal_reached");
        records.endEnrolment(held, longAgo.plusSeconds(9), "completed");
        records.step(inside, journey, "wait", longAgo);
        records.step(bought, journey, "wait", longAgo);
        records.step(bought, journey, "wait", longAgo.plusSeconds(5));
        records.step(bought, journey, "bought", longAgo.plusSeconds(9));

        JourneyStatistics.Totals totals =
                Objects.requireNonNull(journeyStatistics.totals().get(journey));
        assertThat(totals.entered()).isEqualTo(3);
        assertThat(totals.inside()).isEqualTo(1);
        assertThat(totals.holdout()).isEqualTo(1);
        assertThat(journeyStatistics.endedByReason(journey))
                .containsOnly(entry("goal_reached", 1L), entry("completed", 1L));
        assertThat(journeyStatistics.passedByStep(journey)).containsOnly(entry("wait", 2L), entry("bought", 1L));
    }

    @Test
    void countsMailsAndConversions() {
        EnrolledStep first = new EnrolledStep(enrol("d", false), journey, "send", customer("d"));
        EnrolledStep second = new EnrolledStep(enrol("e", false), journey, "send", customer("e"));
        EnrolledStep third = new EnrolledStep(enrol("f", true), journey, "send", customer("f"));
        UUID mail = records.mail(first, "SENT", null, "Hello", longAgo);
        records.mail(second, "SKIPPED", "no_consent", null, longAgo);
        records.mail(third, "SKIPPED", "holdout", null, longAgo);
        records.conversion(first, mail, longAgo.plusSeconds(60), 129.90);

        assertThat(journeyStatistics.mailsByState(journey)).containsOnly(entry("SENT", 1L), entry("SKIPPED", 2L));
        assertThat(journeyStatistics.notSentByReason(journey))
                .containsOnly(entry("no_consent", 1L), entry("holdout", 1L));
        JourneyStatistics.Totals totals =
                Objects.requireNonNull(journeyStatistics.totals().get(journey));
        assertThat(totals.mailsSent()).isEqualTo(1);
        assertThat(totals.revenue()).isEqualByComparingTo("129.90");
        assertThat(totals.currency()).isEqualTo("EUR");
        assertThat(journeyStatistics.conversionsByStep(journey)).singleElement().satisfies(at -> {
            assertThat(at.step()).isEqualTo("send");
            assertThat(at.conversions()).isEqualTo(1);
        });
    }

    @Test
    void comparesPurchasesInsideTheWindowOnly() {
        enrol("treated-1", false);
        enrol("treated-2", false);
        enrol("control-1", true);
        enrol("control-2", true);
        records.enrolment(journey, customer("too-young"), false, clock.instant().minus(Duration.ofDays(2)));
        buys("treated-1", longAgo.plus(Duration.ofDays(1)), Map.of("total", 100));
        buys(
                "treated-1",
                longAgo.plus(Duration.ofDays(13)),
                Map.of("items", List.of(Map.of("quantity", 2, "price", 25))));
        buys("treated-2", longAgo.minus(Duration.ofDays(1)), Map.of("total", 999));
        buys("control-1", longAgo.plus(Duration.ofDays(15)), Map.of("total", 999));
        buys("too-young", clock.instant(), Map.of("total", 999));

        Lift lift = journeyStatistics.lift(journey);

        assertThat(lift.treated().people()).isEqualTo(2);
        assertThat(lift.treated().purchaseRate()).isEqualTo(0.5);
        assertThat(lift.treated().revenuePerHead()).isCloseTo(75, within(1e-9));
        assertThat(lift.control().people()).isEqualTo(2);
        assertThat(lift.control().purchasers()).isZero();
        assertThat(lift.underWay()).isEqualTo(1);
        assertThat(lift.inWords()).startsWith("Too few people");
    }

    @Test
    void servesTheFiguresOverRest() throws IOException {
        Http application = Http.withKey(environment);
        JsonNode all = json.readTree(application.get("/api/journeys").body());
        assertThat(all.findValuesAsText("key")).contains("browse-abandonment");

        JsonNode one = json.readTree(
                application.get("/api/journeys/browse-abandonment").body());
        assertThat(one.at("/headline/name").asText()).isEqualTo("Browse abandonment");
        assertThat(one.at("/steps/0/id").asText()).isEqualTo("looks-twice");
        assertThat(one.at("/lift/inWords").asText()).isNotBlank();

        assertThat(application.get("/api/journeys/no-such").statusCode()).isEqualTo(404);
        assertThat(application.get("/api/journeys/no-such").body()).contains("There is no journey with the key");
        assertThat(Http.asNobody(environment).get("/api/journeys").statusCode()).isEqualTo(401);
    }

    private UUID enrol(String name, boolean holdout) {
        return records.enrolment(journey, customer(name), holdout, longAgo);
    }

    private void buys(String name, Instant at, Map<String, ?> order) {
        records.event(customer(name), "purchased", at, order);
    }

    private String customer(String name) {
        return journey + "-" + name;
    }
}
