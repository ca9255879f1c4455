package org.postroad.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.journey.camunda.TestJourneys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole node with the engine's own job executor: a relay that is slow, and many timers at once. */
@OwnContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "postroad.home=target/test-home/${random.uuid}",
            "postroad.time.background=true",
            "postroad.shop.enabled=false",
            "postroad.admin-password=" + Http.PASSWORD,
            "postroad.api-key=" + Http.KEY,
            "postroad.journeys.location=target/test-classes/org/postroad/guarantee",
            "postroad.compose.content-location=target/test-classes/org/postroad/guarantee/content",
            "postroad.compose.sender.name=Errands",
            "postroad.compose.sender.postal-address=1 Harbour Street",
            "postroad.deliver.from=Errands <errands@shop.example>",
            "postroad.deliver.connections=2",
            "spring.mail.host=127.0.0.1"
        })
class BusyNodeIT {

    private static final int BULK = 300;
    private static final int TIMERS = 90;
    private static final long MILLIS_A_MAIL = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ScriptedRelay RELAY = new ScriptedRelay().answering("CONTENT", BusyNodeIT::slowly);

    @Autowired
    Environment environment;

    @Autowired
    DataSource database;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RepositoryService repository;

    private Ledger ledger;

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", RELAY::port);
    }

    @AfterAll
    static void close() throws Exception {
        RELAY.close();
    }

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
    }

    /** Two mails at a time, half a second each: the relay is busy with them for more than a minute. */
    @Test
    void aSlowRelayDelaysNoTimerAndNoMailOfAnotherJourney() {
        deployAsAnotherJourney("errand", "favour");
        Errands many = errands("many");
        Errands one = errands("one");
        many.arrive(BULK, i -> "slow.example");
        one.arrive(1, i -> "slow.example");
        many.all("errand_begun", 0, BULK, Map.of());
        await().atMost(PATIENCE)
                .until(() -> ledger.number("select count(*) from message where customer_id like 'many-%'") == BULK);

        errands("timed").all("race_begun", 0, 1, Map.of());
        int before = RELAY.mails.size();
        one.all("favour_begun", 0, 1, Map.of());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> toOne().isPresent());
        assertThat(toOne().getAsInt() - before)
                .as("mails that left before that of the event")
                .isLessThan(10);

        await().atMost(PATIENCE).until(() -> ledger.passed("timed", "by-timer") == 1);
        assertThat(ledger.messages("many", "PREPARED")).as("still due").isGreaterThan(BULK / 3);
        assertThat(millisLate("timed")).as("ms after the six seconds").isLessThan(2_000);
    }

    @Test
    void timersAtTheSameTimeAreFiredInFewTransactionsAndEachOnce() {
        beginWaits("together", i -> true);
        await().atMost(PATIENCE).until(() -> ledger.passed("together", "date") == TIMERS);

        assertThat(
                        ledger.number(
                                "select count(distinct xmin::text) from act_ru_job where process_def_key_ = 'waits-twice'"
                                        + " and process_instance_id_ in (select id_ from act_ru_execution where business_key_ like 'together-%')"))
                .isLessThan(TIMERS / 2);
        assertThat(ledger.tokens("together")).isEqualTo(TIMERS);
    }

    @Test
    void aTimerThatFailsIsTriedAgainAndHoldsUpNoOther() {
        beginWaits("apart", i -> i % 30 != 0);
        await().atMost(PATIENCE).until(() -> ledger.passed("apart", "date") == TIMERS - 3);
        await().atMost(PATIENCE).until(() -> ledger.number("""
                select count(*) from act_ru_job where process_def_key_ = 'waits-twice'
                and retries_ < 3 and exception_msg_ like '%is no moment%'""") == 3);

        assertThat(ledger.passed("apart", "date")).isEqualTo(TIMERS - 3);
        assertThat(ledger.number("""
                select count(*) from act_ru_job where process_def_key_ = 'waits-twice'
                and retries_ = 3 and exception_msg_ is not null""")).isZero();
    }

    /** Customers who wait for a timer of long ago, and then for one that fails if nothing is known of them. */
    private void beginWaits(String prefix, IntPredicate hasDate) {
        journeys.deploy(
                "waits-twice",
                TestJourneys.journey("waits-twice")
                        .intermediateCatchEvent("hours")
                        .timerWithDuration("PT2H")
                        .intermediateCatchEvent("date")
                        .timerWithDate("${before(customer.attribute('startsAt'), 'P1D', '09:00')}")
                        .endEvent("done")
                        .done());
        Errands errands = errands(prefix);
        IntStream.range(0, TIMERS)
                .filter(hasDate)
                .forEach(i -> errands.all("profile_changed", i, i + 1, Map.of("startsAt", "2040-11-25T12:00:00Z")));
        errands.all(TestJourneys.beginningOf("waits-twice"), 0, TIMERS, Map.of());
        await().atMost(PATIENCE).until(() -> ledger.tokens(prefix) == TIMERS);
        ledger.update("update act_ru_job set duedate_ = now() at time zone 'UTC' where process_def_key_ = 'waits-twice'"
                + " and process_instance_id_ in (select id_ from act_ru_execution where business_key_ like '" + prefix
                + "-%')");
    }

    private OptionalInt toOne() {
        List<String> mails = List.copyOf(RELAY.mails);
        return IntStream.range(0, mails.size())
                .filter(i -> mails.get(i).contains("one-0@slow.example"))
                .findFirst();
    }

    private long millisLate(String prefix) {
        return ledger.number("""
                select (extract(epoch from max(s.at - e.entered_at)) * 1000)::bigint - 6000
                from enrolment e join step s on s.enrolment_id = e.id
                where e.customer_id like ? and s.step = 'by-timer'""", prefix + "-%");
    }

    private void deployAsAnotherJourney(String key, String otherKey) {
        String diagram = Bpmn.convertToString(repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId()));
        repository
                .createDeployment()
                .addString(
                        otherKey + ".bpmn",
                        diagram.replace("id=\"" + key + "\"", "id=\"" + otherKey + "\"")
                                .replace(key + "_", otherKey + "_"))
                .deploy();
    }

    private Errands errands(String prefix) {
        return new Errands(() -> Http.withKey(environment), prefix);
    }

    private static String slowly() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_A_MAIL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "250 2.0.0 taken";
    }
}
