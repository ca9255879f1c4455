package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.PostroadProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two packaged servers on one database post at once; one is killed in the middle. */
class KilledNodeIT {

    private static final int CONNECTIONS = 4;
    private static final int MAILS = 1_500;
    private static final int LIMITED = 300;
    private static final int LIMIT = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String WAITING = "state in ('PREPARED', 'DEFERRED')";

    @TempDir
    Path home;

    @Test
    void losesAndDoublesNothingAndKeepsTheLimit() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ScriptedRelay relay = new ScriptedRelay();
                PostroadProcess victim = node(postgres.getPort(), relay.port()).awaitReady();
                PostroadProcess survivor =
                        node(postgres.getPort(), relay.port()).awaitReady()) {
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            prepare(jdbc);
            await().atMost(PATIENCE).until(() -> relay.mails.size() > MAILS / 5);
            victim.kill();

            await().atMost(PATIENCE).until(() -> count(jdbc, "claimed_until is null and " + WAITING) == 0);
            jdbc.sql("update message set claimed_until = now() where claimed_until is not null")
                    .update(); // a minute on
            await().atMost(PATIENCE).until(() -> count(jdbc, WAITING) == 0);

            await().until(() -> count(jdbc, "state = 'ATTEMPTING'") <= CONNECTIONS);
            int unknown = count(jdbc, "state = 'ATTEMPTING'");
            assertThat(count(jdbc, "state = 'SENT'")).isEqualTo(MAILS - unknown);
            assertThat(PostOfficeBranches.arrived(relay).size()).isBetween(MAILS - unknown, MAILS);
            assertThat(busiestTenSeconds(jdbc)).isBetween(LIMIT * 8, LIMIT * 10 * 105 / 100);
            assertThat(survivor.output()).doesNotContain("ERROR");
        }
    }

    private PostroadProcess node(int database, int relay) {
        return PostroadProcess.start(
                home,
                PostroadProcess.freePort(),
                Map.ofEntries(
                        Map.entry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + database + "/postgres"),
                        Map.entry("SPRING_DATASOURCE_USERNAME", "postgres"),
                        Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
                        Map.entry("SPRING_MAIL_PORT", Integer.toString(relay)),
                        Map.entry("POSTROAD_DELIVER_FROM", "The Shop <hello@shop.example>"),
                        Map.entry("POSTROAD_DELIVER_CONNECTIONS", Integer.toString(CONNECTIONS)),
                        Map.entry("POSTROAD_DELIVER_LIMITS_LIMITED_EXAMPLE", Integer.toString(LIMIT))));
    }

    private static void prepare(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into customer (id, email, created_at, updated_at)
                        select 'c' || n, 'c' || n || case when n <= :limited then '@limited.example' else '@free.example' end,
                               now(), now()
                        from generate_series(1, :mails) n
                        """).param("limited", LIMITED).param("mails", MAILS).update();
        jdbc.sql(
                        "insert into consent (customer_id, topic, granted, at) select id, 'marketing', true, now() from customer")
                .update();
        jdbc.sql("""
                        insert into message (id, enrolment_id, journey, step, run, customer_id, topic, content, state,
                                             recipient, subject, mime, due_at, created_at)
                        select new.id, new.id, 'journey', 'step', 1, customer.id, 'marketing', 'content', 'PREPARED',
                               email, 'Hello',
                               convert_to(E'Subject: Hello\\r\\nX-Postroad-Message: ' || new.id || E'\\r\\n\\r\\n', 'UTF8')
                                   || convert_to(repeat(E'So much to say about these shoes.\\r\\n', 700), 'UTF8'),
                               now(), now()
                        from customer, lateral (select gen_random_uuid() as id where customer.id is not null) new
                        """).update();
    }

    private static int count(JdbcClient jdbc, String which) {
        return jdbc.sql("select count(*) from message where " + which)
                .query(Integer.class)
                .single();
    }

    private static int busiestTenSeconds(JdbcClient jdbc) {
        return jdbc.sql("""
                        select max(sent)
                        from (select count(*) over (order by sent_at
                                                    range between current row and interval '10 seconds' following) as sent
                              from message
                              where domain = 'limited.example' and sent_at is not null) windows
                        """).query(Integer.class).single();
    }
}
