package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.customer.Customers;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission.Denied;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasure removes all personal data of a customer and keeps aggregates. */
@PostroadTest
class ErasureIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    Customers customers;

    @Autowired
    MailPermissions mailPermissions;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void removesThePersonFromEveryTable() {
        TestCustomer testCustomer = aCustomerWithMail();
        testCustomer.buys("kettle").looksTwiceAt("teapot").enqueues("searched");
        erase(testCustomer);
        workScheduler.runDue();

        assertThat(customers.find(testCustomer.id)).isEmpty();
        assertThat(tablesThatHold(testCustomer.id)).isEmpty();
    }

    @Test
    void endsTheEnrolmentAndSendsNoFurtherMail() {
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().looksTwiceAt("kettle");
        assertThat(testCustomer.openJourneys()).isNotEmpty();
        long erased = enrolmentsEndedAs("erased");
        erase(testCustomer);

        assertThat(enrolmentsEndedAs("erased")).isEqualTo(erased + 1);
        assertThat(testCustomer.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(2));
        assertThat(jdbc.sql("select count(*) from local_mail where recipient = ?")
                        .param(testCustomer.id + "@customers.example")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsAggregates() {
        TestCustomer testCustomer = aCustomerWithMail();
        testCustomer.did(
                EventType.PURCHASED, clock.instant(), Map.of("orderId", "o-1", "total", 99.5, "note", "for Ada"));
        long sent = count("message where state = 'SENT'");
        long purchases = count("event where type = 'purchased' and (properties ->> 'total')::numeric = 99.5");
        erase(testCustomer);

        assertThat(count("message where state = 'SENT'")).isEqualTo(sent);
        assertThat(count("event where type = 'purchased' and (properties ->> 'total')::numeric = 99.5"))
                .isEqualTo(purchases);
        assertThat(count("event where properties::text like '%for Ada%'")).isZero();
    }

    @Test
    void suppressesTheAddressForGood() {
        TestCustomer testCustomer = customerFixture.aConsentingCustomer();
        erase(testCustomer);
        String newId = "again-" + testCustomer.id;
        Http.withKey(environment)
                .put("/api/customers/" + newId, """
                {"email": "%s", "consents": {"marketing": {"granted": true, "at": "2026-11-23T12:00:00Z"}}}""".formatted(testCustomer.id.toUpperCase() + "@customers.example"));

        assertThat(mailPermissions.toMail(newId, "marketing")).isEqualTo(new Denied("suppressed"));
    }

    @Test
    void acceptsAnUnknownCustomer() {
        assertThat(delete("nobody-at-all")).isEqualTo(204);
    }

    private TestCustomer aCustomerWithMail() {
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().looksTwiceAt("kettle");
        workScheduler.advance(Duration.ofDays(2));
        assertThat(testCustomer.mails()).isNotEmpty();
        return testCustomer;
    }

    private void erase(TestCustomer testCustomer) {
        assertThat(delete(testCustomer.id)).isEqualTo(204);
    }

    private int delete(String id) {
        Http application = Http.withKey(environment);
        return application
                .send(application.request("/api/customers/" + id).DELETE())
                .statusCode();
    }

    /** All tables, the engine's included, with this text anywhere in a row. */
    private List<String> tablesThatHold(String text) {
        return jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'local_mail'""").query(String.class).list().stream()
                .filter(table -> count(table + " t where t::text like '%" + text + "%'") > 0)
                .toList();
    }

    private long enrolmentsEndedAs(String reason) {
        return count("enrolment where end_reason = '" + reason + "'");
    }

    private long count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
    }
}
