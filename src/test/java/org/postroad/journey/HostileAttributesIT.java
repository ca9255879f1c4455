package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attributes as applications really send them, told over HTTP, with all stock journeys deployed. */
@PostroadTest
class HostileAttributesIT {

    @Autowired
    Environment environment;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JourneyEngine engine;

    @Autowired
    JdbcClient jdbc;

    final String customer = "hostile-" + UuidCreator.getTimeOrderedEpoch();

    @ParameterizedTest
    @ValueSource(strings = {"\"05/14/1987\"", "19870514", "[\"x\"]", "{\"day\":14}", "true", "\"--13-45\""})
    void loseNothingOfWhatTheCustomerDid(String birthday) {
        tells("signed_up", """
                {"email":"%s@customers.example","firstName":"Kim"}""".formatted(customer));
        Http.withKey(environment).put("/api/customers/" + customer, """
                {"email":"%s@customers.example","attributes":{"birthday":%s}}""".formatted(customer, birthday));
        tells("subscribed", """
                {"topic":"marketing","source":"form"}""");
        assertThat(granted()).isTrue();
        assertThat(open()).contains("milestone", "welcome");

        tells("purchased", """
                {"total":10,"items":[{"productId":"kettle","quantity":1,"price":10}]}""");
        assertThat(open()).as("the purchase ends what it should").doesNotContain("welcome");

        tells("email_bounced", """
                {"status":"5.1.1"}""");
        assertThat(suppressed()).isTrue();
        assertThat(open()).isEmpty();
        assertThat(deadLetters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"x\"", "7", "-1e300", "true", "[]", "[null]", "[[1],{\"a\":2}]", "{\"a\":{\"b\":1}}"})
    void areReadByNoWordWithAnError(String value) {
        Http.withKey(environment).put("/api/customers/" + customer, """
                {"attributes":{"birthday":%1$s,"interests":%1$s,"latitude":%1$s,"longitude":%1$s,"role":%1$s,
                 "industry":%1$s,"companySize":%1$s,"stage":%1$s,"x":%1$s}}""".formatted(value));

        for (String segment : List.of(
                "${customer.has('x')}",
                "${customer.has(customer.attribute('x'))}",
                "${customer.attribute(customer.attribute('x')) == null}",
                "${customer.interest('running') >= 1}",
                "${customer.interest(customer.attribute('x')) >= 1}",
                "${customer.favouriteTopic == 'running'}",
                "${customer.kmTo(customer.attribute('latitude'), customer.attribute('x')) < 50}",
                "${customer.leadScore >= 60}",
                "${customer.viewed(customer.attribute('x'))}",
                "${customer.bought(customer.attribute('x'))}",
                "${customer.viewsInCategoryOf(customer.attribute('x'), 'P1D') >= 2}",
                "${customer.churnRisk(customer.attribute('x')) > 0.5}",
                "${customer.lifetimeValue(customer.attribute('x')) > 50}",
                "${customer.repurchaseProbability(customer.attribute('x'), customer.attribute('x')) > 0.5}",
                "${empty customer.nextPurchase(customer.attribute('x'))}",
                "${customer.subscribedTo(customer.attribute('x'))}",
                "${customer.did(customer.attribute('x'), 'P90D')}")) {
            assertThatCode(() -> engine.inSegment(List.of(customer), segment))
                    .as(segment)
                    .doesNotThrowAnyException();
        }
    }

    private void tells(String type, String properties) {
        var answer = Http.withKey(environment).post("/api/events", """
                {"customerId":"%s","type":"%s","properties":%s}""".formatted(customer, type, properties));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        workScheduler.runDue();
    }

    private boolean granted() {
        return jdbc.sql("select exists (select from consent where customer_id = ? and topic = 'marketing' and granted)")
                .param(customer)
                .query(Boolean.class)
                .single();
    }

    private List<String> open() {
        return jdbc.sql("select journey from enrolment where customer_id = ? and ended_at is null")
                .param(customer)
                .query(String.class)
                .list();
    }

    private boolean suppressed() {
        return jdbc.sql("select exists (select from suppression where address = address_hash(?))")
                .param(customer + "@customers.example")
                .query(Boolean.class)
                .single();
    }

    private long deadLetters() {
        return jdbc.sql("select count(*) from inbox where failure is not null")
                .query(Long.class)
                .single();
    }
}
