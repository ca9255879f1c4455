package org.postroad.journey.camunda.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.ApplicationClock;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a journey cannot do for one customer: an incident of that journey and that customer, and of nothing else. */
@PostroadTest
class RetriedWorkIT {

    /** Fails as long as the customer has no attribute {@code startsAt} that is a moment. */
    private static final String MOMENT = "${before(customer.attribute('startsAt'), 'P1D', '09:00')}";

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    EventBacklog backlog;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @AfterEach
    void nothingBecameADeadLetter() {
        assertThat(jdbc.sql("select count(*) from inbox where failure is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsConsentAndOtherJourneysWhenAJourneyCannotStart() {
        deployBeginningBySubscription("cannot-start", "one-of-two", MOMENT);
        deployBeginningBySubscription("can-start", "one-of-two", "${after('P3D', '09:00')}");
        TestCustomer customer = customerFixture
                .aCustomer()
                .did(EventType.SUBSCRIBED, clock.instant(), Map.of("topic", "news", "source", "one-of-two"));

        assertThat(consentTo(customer, "news")).isTrue();
        assertThat(customer.openJourneys()).containsExactlyInAnyOrder("cannot-start", "can-start");
        assertThat(customer.waitsAt()).containsExactlyInAnyOrder("begins", "days");
        assertThat(jobOf(customer, "cannot-start").getRetries()).isEqualTo(3);

        workScheduler.advance(Duration.ofMinutes(15));
        Incident incident = incidentOf("cannot-start");
        assertThat(incident.getActivityId()).isEqualTo("begins");
        assertThat(incident.getIncidentMessage()).contains("'null' is no moment");

        mend(customer);
        String page = Http.asAdmin(environment).getPage("/incidents").body();
        assertThat(page).contains(customer.id, "/journeys/cannot-start", "is no moment");
        assertThat(Http.asAdmin(environment)
                        .post(
                                "/incidents",
                                "application/x-www-form-urlencoded",
                                "job=" + jobOf(customer, "cannot-start").getId())
                        .statusCode())
                .isEqualTo(303);
        workScheduler.runDue();
        assertThat(customer.waitsAt()).containsExactlyInAnyOrder("days", "days");
        assertThat(customer.steps()).containsExactlyInAnyOrder("begins", "days", "begins", "days");
        assertThat(runtime.createIncidentQuery()
                        .processDefinitionKeyIn("cannot-start")
                        .count())
                .isZero();
    }

    @Test
    void letsAnUnsubscribeEndWhatCouldNotStart() {
        deployBeginningBySubscription("never-starts", "none", MOMENT);
        TestCustomer customer = customerFixture
                .aConsentingCustomer()
                .did(EventType.SUBSCRIBED, clock.instant(), Map.of("topic", "news", "source", "none"))
                .unsubscribes();

        assertThat(customer.openJourneys()).isEmpty();
        assertThat(customer.waitsAt()).isEmpty();
        assertThat(consentTo(customer, "marketing")).isFalse();
    }

    @Test
    void enrolsAnAudienceThoughAJourneyCannotStartForOneOfIt() {
        journeys.deploy("audience-cannot-start", beginning("audience-cannot-start", MOMENT));
        TestCustomer failing = customerFixture.aConsentingCustomer();
        TestCustomer other = customerFixture.aConsentingCustomer();
        mend(other);
        Http.withKey(environment)
                .post("/api/journeys/audience-cannot-start/enrol", """
                {"customers":["%s","%s"]}""".formatted(failing.id, other.id));
        workScheduler.runDue();

        assertThat(failing.waitsAt()).containsExactly("begins");
        assertThat(other.waitsAt()).containsExactly("days");
    }

    @Test
    void processesLaterEventsInOrderOnceATokenCouldMove() {
        journeys.deploy("cannot-move", thenThreeWaits("cannot-move", false));
        TestCustomer customer = customerFixture.aConsentingCustomer().does(beginningOf("cannot-move"));
        customer.does("searched").does("article_read").does("searched");

        assertThat(customer.waitsAt()).containsExactly("first");
        assertThat(customer.events("searched", "article_read")).hasSize(3);
        workScheduler.advance(Duration.ofMinutes(15));
        assertThat(incidentOf("cannot-move").getActivityId()).isEqualTo("first");

        mend(customer);
        management.setJobRetries(jobOf(customer, "cannot-move").getId(), 1);
        workScheduler.runDue();
        assertThat(customer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(customer.steps()).containsExactly("begins", "first", "asks", "second", "third", "done");
    }

    @Test
    void processesMissedEventsInOrderOnceATokenCouldMove() {
        journeys.deploy("cannot-catch-up", thenThreeWaits("cannot-catch-up", true));
        TestCustomer customer = customerFixture.aConsentingCustomer().enqueues(beginningOf("cannot-catch-up"));
        backlog.drain();
        customer.enqueues("searched").enqueues("article_read").process();
        assertThat(customer.waitsAt()).containsExactly("first");

        customer.does("searched");
        mend(customer);
        assertThat(customer.waitsAt()).containsExactly("first");
        workScheduler.advance(Duration.ofMinutes(2));
        assertThat(customer.steps()).containsExactly("begins", "between", "first", "asks", "second", "third", "done");
        assertThat(customer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void keepsAWithdrawalWhenAnInstanceCannotEnd() {
        journeys.deploy("cannot-end", TestJourneys.waiting("cannot-end", "P1D"));
        TestCustomer customer = customerFixture.aConsentingCustomer().does(beginningOf("cannot-end"));
        refuseToEnd(customer);
        try {
            customer.unsubscribes();
        } finally {
            jdbc.sql("drop function refuse_to_end cascade").update();
        }
        assertThat(consentTo(customer, "marketing")).isFalse();
        assertThat(customer.endReasons()).containsExactly(EnrolmentEnded.UNSUBSCRIBED);
        assertThat(customer.waitsAt()).containsExactly("days");
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("cannot-end")
                        .timers()
                        .active()
                        .count())
                .as("no timer moves it any more")
                .isZero();

        workScheduler.advance(Duration.ofMinutes(1));
        assertThat(customer.waitsAt()).isEmpty();
        assertThat(customer.endReasons()).containsExactly(EnrolmentEnded.UNSUBSCRIBED);
    }

    /** A database that will not delete this customer's process instances. */
    private void refuseToEnd(TestCustomer customer) {
        jdbc.sql("""
                create function refuse_to_end() returns trigger language plpgsql as $$
                begin
                    if old.business_key_ = '%s' then raise exception 'refused'; end if;
                    return old;
                end $$""".formatted(customer.id)).update();
        jdbc.sql(
                        "create trigger refuse before delete on act_ru_execution for each row execute function refuse_to_end()")
                .update();
    }

    private void deployBeginningBySubscription(String key, String source, String date) {
        journeys.deploy(
                key,
                Bpmn.createExecutableProcess(key)
                        .camundaHistoryTimeToLive(30)
                        .startEvent("begins")
                        .message(EventType.SUBSCRIBED)
                        .intermediateCatchEvent("days")
                        .timerWithDate(date)
                        .endEvent("done")
                        .done(),
                Map.of("begins", Map.of("condition", "${event.source == '" + source + "'}")));
    }

    private static BpmnModelInstance beginning(String key, String date) {
        return journey(key)
                .intermediateCatchEvent("days")
                .timerWithDate(date)
                .endEvent("done")
                .done();
    }

    private static BpmnModelInstance thenThreeWaits(String key, boolean gapBefore) {
        var start = journey(key);
        var first = gapBefore
                ? start.parallelGateway("between").camundaAsyncBefore().intermediateCatchEvent("first")
                : start.intermediateCatchEvent("first");
        return first.message("searched")
                .exclusiveGateway("asks")
                .condition("soon", MOMENT.replace("}", " > after('P1D')}"))
                .intermediateCatchEvent("second")
                .message("article_read")
                .intermediateCatchEvent("third")
                .message("searched")
                .endEvent("done")
                .moveToNode("asks")
                .endEvent("never")
                .done();
    }

    private void mend(TestCustomer customer) {
        customer.did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("startsAt", "2027-11-25T12:00:00Z"));
    }

    private boolean consentTo(TestCustomer customer, String topic) {
        return List.of(true)
                .equals(jdbc.sql("select granted from consent where customer_id = ? and topic = ?")
                        .params(customer.id, topic)
                        .query(Boolean.class)
                        .list());
    }

    private Job jobOf(TestCustomer customer, String journey) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(customer.id)
                .processDefinitionKey(journey)
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .singleResult();
    }

    private Incident incidentOf(String journey) {
        return runtime.createIncidentQuery().processDefinitionKeyIn(journey).singleResult();
    }
}
