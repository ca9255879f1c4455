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
import org.postroad.journey.Visitors.Visitor;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is erased is gone; what was counted stays. */
@PostroadTest
class ErasureIT {

    @Autowired
    Visitors visitors;

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
    void leavesNoTraceOfThePerson() {
        Visitor visitor = somebodyWhoGotAMail();
        visitor.buys("kettle").looksTwiceAt("teapot").willDo("searched");
        erase(visitor);
        workScheduler.runDue();

        assertThat(customers.find(visitor.id)).isEmpty();
        assertThat(tablesThatHold(visitor.id)).isEmpty();
    }

    @Test
    void endsTheWalkAndPostsNothingMore() {
        Visitor visitor = visitors.consenting().looksTwiceAt("kettle");
        assertThat(visitor.inside()).isNotEmpty();
        long erased = walksEndedAs("erased");
        erase(visitor);

        assertThat(walksEndedAs("erased")).isEqualTo(erased + 1);
        assertThat(visitor.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(2));
        assertThat(jdbc.sql("select count(*) from local_mail where recipient = ?")
                        .param(visitor.id + "@customers.example")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatIsCounted() {
        Visitor visitor = somebodyWhoGotAMail();
        visitor.did(EventType.PURCHASED, clock.instant(), Map.of("orderId", "o-1", "total", 99.5, "note", "for Ada"));
        long sent = count("message where state = 'SENT'");
        long purchases = count("event where type = 'purchased' and (properties ->> 'total')::numeric = 99.5");
        erase(visitor);

        assertThat(count("message where state = 'SENT'")).isEqualTo(sent);
        assertThat(count("event where type = 'purchased' and (properties ->> 'total')::numeric = 99.5"))
                .isEqualTo(purchases);
        assertThat(count("event where properties::text like '%for Ada%'")).isZero();
    }

    @Test
    void neverWritesToTheAddressAgain() {
        Visitor visitor = visitors.consenting();
        erase(visitor);
        String newId = "again-" + visitor.id;
        Http.withKey(environment)
                .put("/api/customers/" + newId, """
                {"email": "%s", "consents": {"marketing": {"granted": true, "at": "2026-11-23T12:00:00Z"}}}""".formatted(visitor.id.toUpperCase() + "@customers.example"));

        assertThat(mailPermissions.toMail(newId, "marketing")).isEqualTo(new Denied("suppressed"));
    }

    @Test
    void isDoneForWhoIsNotThere() {
        assertThat(delete("nobody-at-all")).isEqualTo(204);
    }

    private Visitor somebodyWhoGotAMail() {
        Visitor visitor = visitors.consenting().looksTwiceAt("kettle");
        workScheduler.advance(Duration.ofDays(2));
        assertThat(visitor.mails()).isNotEmpty();
        return visitor;
    }

    private void erase(Visitor visitor) {
        assertThat(delete(visitor.id)).isEqualTo(204);
    }

    private int delete(String id) {
        Http application = Http.withKey(environment);
        return application
                .send(application.request("/api/customers/" + id).DELETE())
                .statusCode();
    }

    /** Of the whole schema, the engine's tables included, those with this text anywhere in a row. */
    private List<String> tablesThatHold(String text) {
        return jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'local_mail'""").query(String.class).list().stream()
                .filter(table -> count(table + " t where t::text like '%" + text + "%'") > 0)
                .toList();
    }

    private long walksEndedAs(String reason) {
        return count("enrolment where end_reason = '" + reason + "'");
    }

    private long count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
    }
}
