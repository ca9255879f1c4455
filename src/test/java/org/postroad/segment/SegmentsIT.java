package org.postroad.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.customer.erasure.Erasure;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Segments over REST, and what journeys know of them. */
@OwnContext // others' customers would be sorted with these
@TestPropertySource(properties = "postroad.home=target/test-home/segments-${random.uuid}")
@ExtendWith(OutputCaptureExtension.class)
@PostroadTest
class SegmentsIT {

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    SegmentLearning learning;

    @Autowired
    Segments segments;

    @Autowired
    SegmentWork work;

    @Autowired
    JourneyEngine engine;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private Http admin = Http.at("");

    @BeforeEach
    void login() {
        admin = Http.asAdmin(environment);
    }

    @AfterEach
    void deleteSegments() {
        StreamSupport.stream(answer(admin.get("/api/segments")).spliterator(), false)
                .filter(each -> each.at("/kind").asText().equals("RULE"))
                .forEach(each -> delete(each.at("/name").asText()));
    }

    @Test
    void aSegmentThatPeopleDefineIsKnownAtOnceAndCountedAtTheNextRun() {
        bought("seg-often", 5, 40, 2);
        bought("seg-once", 1, 10, 2);
        JsonNode put = answer(put("three-times", "${customer.orders >= 3}"));
        assertThat(put.at("/customers").asLong()).isZero();
        assertThat(in("seg-often", "${customer.in('three-times')}")).isTrue();
        assertThat(in("seg-once", "${customer.in('three-times')}")).isFalse();

        learning.run();
        JsonNode counted = answer(admin.get("/api/segments/three-times"));
        assertThat(counted.at("/customers").asLong()).isPositive();
        assertThat(counted.at("/marks").asText()).startsWith("Last order ").contains("orders");
        assertThat(counted.at("/growth/0/customers")).isEqualTo(counted.at("/customers"));
        String csv = admin.get("/api/segments/three-times/customers.csv").body();
        assertThat(csv)
                .startsWith("customerId,since\r\n")
                .contains("seg-often,2")
                .doesNotContain("seg-once");

        bought("seg-once", 4, 10, 1);
        assertThat(in("seg-once", "${customer.in('three-times')}")).isTrue();
        assertThat(put("three-times", "${customer.orders > 100}").statusCode()).isEqualTo(200);
        assertThat(in("seg-once", "${customer.in('three-times')}")).isFalse();
        assertThat(delete("three-times")).isEqualTo(204);
        assertThat(delete("three-times")).isEqualTo(404);
        assertThat(in("seg-often", "${customer.in('three-times')}")).isFalse();
    }

    @Test
    void countsNobodyBeforeTheFirstCustomer() {
        bought("seg-alone", 1, 10, 2);
        jdbc.sql("delete from segment_size").update();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("truncate customer cascade").update();
            learning.run();
            assertThat(sizes()).isZero();
            transaction.setRollbackOnly();
        });
        learning.run();
        assertThat(sizes()).isPositive();
    }

    private long sizes() {
        return jdbc.sql("select count(*) from segment_size").query(Long.class).single();
    }

    @Test
    void aRuleThatFailsForOneCustomerCountsTheOthers(CapturedOutput output) {
        Stream.of("seg-three", "seg-ten", "seg-words").forEach(customer -> bought(customer, 1, 10, 2));
        jdbc.sql("""
                        update customer set attributes = jsonb_build_object('pets', case id
                            when 'seg-three' then to_jsonb(3) when 'seg-ten' then to_jsonb(10) else to_jsonb('secretly-many'::text) end)
                        where id in ('seg-three', 'seg-ten', 'seg-words')""").update();
        put("many-pets", "${customer.has('pets') && customer.attribute('pets') > 5}");

        learning.run();

        assertThat(answer(admin.get("/api/segments/many-pets")).at("/customers").asLong())
                .isEqualTo(1);
        assertThat(output.getOut())
                .contains("The segment 'many-pets', ${customer.has('pets')")
                .doesNotContain("secretly-many");
    }

    @Test
    void everyCustomerHasALabelBeforeAnythingWasLearned() {
        assertThat(in("seg-unknown", "${customer.segment == 'prospects' && customer.in('prospects')}"))
                .isTrue();
        assertThat(in("seg-unknown", "${customer.in('no-such') || customer.like('no-such')}"))
                .isFalse();
    }

    @Test
    void findsWhoIsLikeTheMembers() {
        IntStream.range(0, 40).forEach(i -> bought("seg-fan-" + i, 6 + i % 5, 80 + i, 3));
        IntStream.range(0, 15).forEach(i -> bought("seg-alike-" + i, 6 + i % 5, 80 + i, 3));
        IntStream.range(0, 150).forEach(i -> bought("seg-other-" + i, 1 + i % 2, 5 + i % 7, 20 + i));
        jdbc.sql("update customer set attributes = jsonb_build_object('fan', true) where id like 'seg-fan-%'")
                .update();
        put("fans", "${customer.attribute('fan') == true}");
        jdbc.sql("update segment_fit set fit = null").update();
        segments.forget();
        put("one-lump", "${customer.in('all')}");
        learning.run();
        assertThat(answer(admin.get("/api/segments/one-lump")).at("/customers").asLong())
                .as("rules are judged by what was just learned")
                .isZero();
        JsonNode fans = answer(admin.get("/api/segments/fans"));
        assertThat(fans.at("/customers").asLong()).isEqualTo(40);
        assertThat(fans.at("/alike").asLong()).isPositive();
        assertThat(IntStream.range(0, 15).filter(i -> in("seg-alike-" + i, "${customer.like('fans')}")))
                .hasSizeGreaterThan(7);
        assertThat(IntStream.range(0, 150).filter(i -> in("seg-other-" + i, "${customer.like('fans')}")))
                .hasSizeLessThan(15);
        assertThat(in("seg-fan-1", "${customer.like('fans')}")).isFalse();

        String label = label("seg-fan-1");
        assertThat(label).isIn(labels());
        admin.post("/api/models/segments/stop", "{}");
        assertThat(in("seg-fan-1", "${customer.segment == 'all'}")).isTrue();
        assertThat(IntStream.range(0, 15).filter(i -> in("seg-alike-" + i, "${customer.like('fans')}")))
                .isEmpty();
        JsonNode model = answer(admin.post("/api/models/segments/resume", "{}"));
        assertThat(model.at("/acts").asBoolean()).isTrue();
        assertThat(model.at("/facts/Groups").asInt()).isGreaterThan(1);
        learning.run();
        assertThat(label("seg-fan-1")).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Big Spenders | ${customer.orders > 3} | at most 60 small letters",
                "champions | ${customer.orders > 3} | belongs to a segment that is learned",
                "behaviour-1 | ${customer.orders > 3} | belongs to a segment that is learned",
                "bad-word | ${customer.wealth > 3} | wealth",
                "bad-form | customer.orders | write it as one expression",
                "no-such | ${customer.in('nowhere')} | There is no segment 'nowhere'.",
                "myself | ${!customer.in('myself')} | would ask for itself"
            })
    void saysWhatIsWrongWithASegment(String name, String expression, String sentence) {
        var response = admin.put("/api/segments/" + name.replace(" ", "%20"), body(expression));
        assertThat(response.statusCode()).isBetween(400, 422);
        assertThat(answer(response).at("/detail").asText()).contains(sentence);
    }

    @Test
    void refusesSegmentsThatAskForEachOther() {
        put("first", "${customer.orders > 3}");
        put("second", "${customer.in('first')}");
        assertThat(answer(put("first", "${customer.in('second')}"))
                        .at("/detail")
                        .asText())
                .contains("'first' would ask for itself, by way of 'second'");
    }

    @Test
    void erasesMembershipsWithTheCustomer() {
        bought("seg-gone", 2, 10, 2);
        learning.run();
        assertThat(memberships("seg-gone")).isPositive();
        erasure.erase("seg-gone");
        assertThat(memberships("seg-gone")).isZero();
    }

    @Test
    void isDueEveryNightAndWhenASegmentChanges() {
        jdbc.sql("update segment_fit set due_at = '-infinity'").update();
        assertThat(work.isDue(clock.instant())).isTrue();
        assertThat(work.runDue()).isEqualTo(1);
        assertThat(work.isDue(clock.instant())).isFalse();
        assertThat(work.runDue()).as("claimed once").isZero();
        assertThat(work.isDue(clock.instant().plus(Duration.ofDays(1)))).isTrue();
        put("new-one", "${customer.orders > 3}");
        assertThat(work.isDue(clock.instant())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"foreign\": 1}",
                "[]",
                "{\"clusters\": {\"clusters\": []}, \"rfm\": {}}",
                "{\"clusters\": {\"standardisation\": {\"means\": [1], \"deviations\": [1]}, \"clusters\": [{\"label\":"
                        + " \"x\", \"centre\": [1]}]}, \"rfm\": {\"recency\": [1]}}"
            })
    void learnsAfreshIfWhatIsStoredCannotBeRead(String stored) {
        bought("seg-reader", 1, 10, 2);
        jdbc.sql("update segment_fit set fit = ?::jsonb, fitted_at = coalesce(fitted_at, now()) + interval '1 hour'")
                .param(stored)
                .update();
        segments.forget();
        assertThat(in("seg-reader", "${customer.segment == 'all' && customer.in('all')}"))
                .isTrue();
        learning.run();
        assertThat(label("seg-reader")).isIn(labels());
    }

    @Test
    void showsThemInTheConsole() {
        put("shown", "${customer.orders > 3}");
        learning.run();
        Http.Browser browser = Http.asNobody(environment).browser();
        browser.submit("/login", Map.of("username", "admin", "password", Http.PASSWORD));
        assertThat(browser.getPage("/segments").body())
                .contains("shown", "customer.orders &gt; 3", "champions", "customers.csv");
    }

    private long memberships(String customer) {
        return jdbc.sql("select count(*) from segment_member where customer_id = ?")
                .param(customer)
                .query(Long.class)
                .single();
    }

    private String label(String customer) {
        return labels().stream()
                .filter(label -> in(customer, "${customer.segment == '" + label + "'}"))
                .findFirst()
                .orElse("none");
    }

    private List<String> labels() {
        return StreamSupport.stream(answer(admin.get("/api/segments")).spliterator(), false)
                .filter(each -> each.at("/kind").asText().equals("BEHAVIOUR"))
                .map(each -> each.at("/name").asText())
                .toList();
    }

    private boolean in(String customer, String expression) {
        return !engine.inSegment(List.of(customer), expression).isEmpty();
    }

    private void bought(String customer, int orders, double total, int daysAgo) {
        for (int order = 0; order < orders; order++) {
            intake.record(new Event(
                    customer + "-" + orders + "-" + order,
                    customer,
                    "purchased",
                    clock.instant().minus(Duration.ofDays(daysAgo + 10L * order)),
                    Map.of("orderId", customer + "-" + orders + "-" + order, "total", total)));
        }
        workScheduler.runDue();
    }

    private HttpResponse<String> put(String name, String expression) {
        return admin.put("/api/segments/" + name, body(expression));
    }

    private static String body(String expression) {
        return "{\"expression\": \"" + expression + "\"}";
    }

    private int delete(String name) {
        return admin.send(admin.request("/api/segments/" + name).DELETE()).statusCode();
    }

    private JsonNode answer(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
