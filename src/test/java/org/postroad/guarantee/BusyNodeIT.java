package org.postroad.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.journey.camunda.retry.ObservedJobHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole node with the engine's own job executor: a relay that is slow, and many timers at once. */
@OwnContext
@Import(BusyNodeIT.BeforeTimers.class)
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
    private static final int MOST_THREADS = 8; // of the job executor
    private static final String LOCKED = "lock_owner_ is not null";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOONER_THAN_LOCKS_EXPIRE = Duration.ofSeconds(20);
    private static final ScriptedRelay RELAY = new ScriptedRelay().answering("CONTENT", BusyNodeIT::slowly);

    @Autowired
    Environment environment;

    @Autowired
    DataSource database;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JobExecutor jobExecutor;

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

    @AfterEach
    void nothingHappensBeforeTimers() {
        BeforeTimers.happens = customer -> {};
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
        WaitingCustomers together = beginWaits("together", i -> true);
        together.fallDue();
        await().atMost(PATIENCE).until(() -> together.passed() == TIMERS);

        assertThat(together.transactions()).isLessThan(TIMERS / 2);
        assertThat(ledger.tokens("together")).isEqualTo(TIMERS);
    }

    @Test
    void aTimerThatFailsIsTriedAgainAndHoldsUpNoOther() {
        WaitingCustomers apart = beginWaits("apart", i -> i % 30 != 0);
        apart.fallDue();
        await().atMost(PATIENCE).until(() -> apart.passed() == TIMERS - 3);
        await().atMost(PATIENCE).until(() -> apart.jobs("retries_ < 3 and exception_msg_ like '%is no moment%'") == 3);

        assertThat(apart.passed()).isEqualTo(TIMERS - 3);
        assertThat(apart.jobs("retries_ = 3 and exception_msg_ is not null")).isZero();
    }

    @Test
    void aTimerThatFailsForGoodIsTheOnlyIncidentAmongThoseFiredWithIt() {
        long before = ledger.incidents();
        WaitingCustomers last = beginWaits("last", i -> i % 30 != 0).onTheLastTry();
        last.fallDue();
        await().atMost(PATIENCE).until(() -> last.passed() == TIMERS - 3);
        await().atMost(PATIENCE).until(() -> last.jobs("retries_ = 0") == 3);

        assertThat(last.jobs("exception_msg_ is null")).isEqualTo(TIMERS - 3);
        assertThat(ledger.incidents() - before).isEqualTo(3);
    }

    @Test
    void anErrorOfOneTimerHoldsUpNoOther() {
        WaitingCustomers beside = beginWaits("beside", i -> true);
        BeforeTimers.happens = customer -> {
            if ("beside-60".equals(customer)) {
                throw new AssertionError("badly");
            }
        };
        beside.fallDue();
        await().dontCatchUncaughtExceptions()
                .atMost(SOONER_THAN_LOCKS_EXPIRE)
                .until(() -> beside.passed() == TIMERS - 1 && beside.jobs("exception_msg_ = 'badly'") == 1);
    }

    @Test
    void eventsOfTheSameCustomersAtTheSameTimeLoseNothing() {
        WaitingCustomers busy = beginWaits("busy", i -> true);
        long deadlocks = deadlocks();
        Stream.of("searched", "purchased", "race_begun", "errand_begun", "race_won")
                .forEach(type -> errands("busy").all(type, 0, TIMERS, Map.of("total", 10, "orderId", "one")));
        busy.fallDue();
        await().atMost(PATIENCE).until(() -> busy.passed() == TIMERS && ledger.orders("busy") == TIMERS);
        ledger.awaitInboxEmpty(PATIENCE);

        assertThat(busy.jobs("exception_msg_ is null")).isEqualTo(TIMERS);
        assertThat(ledger.passed("busy", "by-message") + ledger.passed("busy", "by-timer"))
                .isEqualTo(TIMERS);
        assertThat(ledger.setAside()).isZero();
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    @Test
    void aNodeThatStopsFreesTheTimersThatItHasNotFired() {
        WaitingCustomers stopped = beginWaits("stopped", i -> true);
        CountDownLatch released = new CountDownLatch(1);
        BeforeTimers.happens = customer -> hold(released);
        stopped.fallDue();
        try {
            await().atMost(PATIENCE).until(() -> stopped.jobs(LOCKED) == TIMERS);
            jobExecutor.unregisterProcessEngine((ProcessEngineImpl) engine);
            assertThat(stopped.jobs(LOCKED)).as("held by a thread").isLessThanOrEqualTo(MOST_THREADS);
            released.countDown();
            await().atMost(SOONER_THAN_LOCKS_EXPIRE).until(() -> stopped.jobs(LOCKED) == 0);
            assertThat(stopped.passed()).as("fired").isBetween(1L, (long) MOST_THREADS);
        } finally {
            released.countDown();
            jobExecutor.registerProcessEngine((ProcessEngineImpl) engine);
            jobExecutor.start();
        }
        await().atMost(PATIENCE).until(() -> stopped.passed() == TIMERS);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long deadlocks() {
        return ledger.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private WaitingCustomers beginWaits(String prefix, IntPredicate hasDate) {
        return new WaitingCustomers(errands(prefix), ledger, prefix, TIMERS).begin(journeys, hasDate, PATIENCE);
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

    /** What happens before each timer of a customer fires. */
    static final class BeforeTimers extends AbstractProcessEnginePlugin {

        private static volatile Consumer<String> happens = customer -> {};

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            engine.getJobHandlers()
                    .computeIfPresent(TimerCatchIntermediateEventJobHandler.TYPE, (type, handler) -> observed(handler));
        }

        private static <T extends JobHandlerConfiguration> JobHandler<T> observed(JobHandler<T> handler) {
            return new ObservedJobHandler<>(
                    handler,
                    job -> happens.accept(
                            Objects.requireNonNull(job).getExecution().getProcessBusinessKey()));
        }
    }
}
