package org.postroad.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.Http;
import org.postroad.PgCtl;
import org.postroad.PostroadProcess;
import org.postroad.guarantee.CountingRelay.Taken;

/**
 * The packaged program in processes of its own, over a database and an SMTP server that outlive it. With {@code
 * -Dpostroad.endurance=full} it is killed twenty times while 10,000 mails go out; otherwise the same in small.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuaranteesIT {

    private static final int LATE = 100;
    private static final boolean FULL = "full".equals(System.getProperty("postroad.endurance"));
    private static final int CONNECTIONS = 4;
    private static final int SLOW_LIMIT = 20;
    private static final String SLOW = "slow.example";
    /** What a killed node had taken waits for so long: shorter than by default, so that the test need not wait either. */
    private static final Duration LOCKED_FOR = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path home;

    private final int port = PostroadProcess.freePort();
    private final Random random = new Random(7);
    private EmbeddedPostgres postgres;
    private CountingRelay relay;
    private Ledger ledger;
    private PostroadProcess node;

    @BeforeAll
    void startWhatOutlivesIt() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        relay = new CountingRelay();
        ledger = new Ledger(postgres.getPostgresDatabase());
    }

    @AfterAll
    void stop() throws Exception {
        node.close();
        relay.close();
        postgres.close();
    }

    @BeforeEach
    void startNodeUnlessItRuns() {
        if (node == null || !node.handle().isAlive()) {
            node = start(port).awaitReady();
        }
    }

    @Test
    void postsNothingTwiceAndActsOnEverythingOnceThoughItIsKilled() throws Exception {
        int mails = FULL ? 10_000 : 1_500;
        int kills = FULL ? 20 : 3;
        Errands errands = new Errands(this::http, "killed");
        errands.arrive(mails, i -> "fast.example");
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            errands.all("errand_begun", 0, mails, Map.of());
            errands.all("purchased", 0, mails, Map.of("total", 10, "orderId", "one"));
            errands.all("errand_done", 0, mails / 2, Map.of());
        });
        for (int kill = 0; kill < kills; kill++) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(3_000)); // any moment is as good as another
            node.kill();
            node = start(port).awaitReady();
        }
        load.get(10, TimeUnit.MINUTES);
        ledger.awaitQuiet(PATIENCE);

        long unknown = ledger.messages("killed", "ATTEMPTING");
        System.out.printf(
                "%d kills: %d mails at the relay, %d sent, %d unknown%n",
                kills, received("killed").size(), ledger.messages("killed", "SENT"), unknown);
        assertNothingTwice("killed");
        assertThat(unknown).isLessThanOrEqualTo((long) kills * CONNECTIONS);
        assertThat(ledger.messages("killed", "SENT") + unknown).isEqualTo(mails);
        assertThat(ledger.orders("killed")).isEqualTo(mails);
        assertThat(ledger.wrongOrders("killed")).isZero();
        assertThat(ledger.endedWalks("killed")).isEqualTo(mails / 2);
        assertThat(ledger.openWalks("killed")).isEqualTo(mails - mails / 2);
        assertThat(ledger.tokens("killed")).isEqualTo(mails - mails / 2);
        assertThat(ledger.passed("killed", "by-message")).isEqualTo(mails / 2);
        assertNothingFailed();
    }

    @Test
    void keepsItsWordWithTwoNodesOfWhichOneDies() throws Exception {
        int mails = FULL ? 6_000 : 1_200;
        int otherPort = PostroadProcess.freePort();
        PostroadProcess other = start(otherPort).awaitReady();
        try {
            PostroadProcess dying = other;
            Errands errands = new Errands(() -> random.nextBoolean() ? http() : at(dying), "twice");
            errands.arrive(mails, i -> i % 4 == 0 ? SLOW : "fast.example");
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                errands.all("errand_begun", 0, mails, Map.of());
                errands.all("purchased", 0, mails, Map.of("total", 10, "orderId", "one"));
                errands.all("errand_done", 0, mails / 2, Map.of());
            });
            TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(1_000));
            other.kill();
            other = start(otherPort).awaitReady();
            load.get(10, TimeUnit.MINUTES);
            ledger.awaitQuiet(PATIENCE);
        } finally {
            other.close();
        }

        long unknown = ledger.messages("twice", "ATTEMPTING");
        assertNothingTwice("twice");
        assertThat(unknown).isLessThanOrEqualTo(CONNECTIONS);
        assertThat(ledger.messages("twice", "SENT") + unknown).isEqualTo(mails);
        assertThat(ledger.orders("twice")).isEqualTo(mails);
        assertThat(ledger.wrongOrders("twice")).isZero();
        assertThat(ledger.endedWalks("twice")).isEqualTo(mails / 2);
        assertThat(ledger.tokens("twice")).isEqualTo(mails - mails / 2);
        assertThat(mostInTenSeconds("twice", SLOW)).isLessThanOrEqualTo((int) (SLOW_LIMIT * 10 * 1.05));
        assertNothingFailed();
    }

    @Test
    void waitsForADatabaseThatIsGoneAndGoesOn() throws Exception {
        int mails = 1_000;
        Errands errands = new Errands(this::http, "outage");
        errands.arrive(mails, i -> "fast.example");
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            errands.all("errand_begun", 0, mails, Map.of());
            errands.all("purchased", 0, mails, Map.of("total", 10, "orderId", "one"));
        });
        TimeUnit.SECONDS.sleep(1);
        PgCtl database = PgCtl.of(dataOf(postgres));
        database.stop();
        TimeUnit.SECONDS.sleep(FULL ? 30 : 5); // the outage itself
        database.start(postgres.getPort());
        load.get(5, TimeUnit.MINUTES);
        ledger.awaitQuiet(PATIENCE);

        assertNothingTwice("outage");
        long unknown = ledger.messages("outage", "ATTEMPTING");
        assertThat(unknown).isLessThanOrEqualTo(CONNECTIONS);
        assertThat(ledger.messages("outage", "SENT") + unknown).isEqualTo(mails);
        assertThat(ledger.orders("outage")).isEqualTo(mails);
        assertThat(ledger.tokens("outage")).isEqualTo(mails);
        assertNothingFailed();
    }

    @Test
    void letsATimerOrAMessageWinButNeverBothOrNone() throws Exception {
        int races = 1_000; // some of whose messages come late, so that a fast machine loses a race as well
        Errands errands = new Errands(this::http, "raced");
        errands.all("race_begun", 0, races, Map.of());
        await("a moment before the first of the timers of six seconds")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ledger.millisSinceEntry("raced") > 5_700);
        errands.all("race_won", 0, races - LATE, Map.of());
        await("a timer that was faster").atMost(PATIENCE).until(() -> ledger.passed("raced", "by-timer") > 0);
        errands.all("race_won", races - LATE, races, Map.of());
        await("the end of all races").atMost(PATIENCE).until(() -> ledger.openWalks("raced") == 0);
        ledger.awaitQuiet(PATIENCE);

        long byMessage = ledger.passed("raced", "by-message");
        long byTimer = ledger.passed("raced", "by-timer");
        System.out.printf("%d races: %d won by the message, %d by the timer%n", races, byMessage, byTimer);
        assertThat(byMessage + byTimer).isEqualTo(races);
        assertThat(byMessage).isPositive();
        assertThat(byTimer).isPositive();
        assertThat(ledger.endedWalks("raced")).isEqualTo(races);
        assertThat(ledger.tokens("raced")).isZero();
        assertNothingFailed();
    }

    private void assertNothingTwice(String prefix) {
        List<String> received = received(prefix).stream().map(Taken::messageId).toList();
        assertThat(received).doesNotHaveDuplicates();
        Set<String> ids = received.stream()
                .map(messageId -> messageId.substring(1, messageId.indexOf('@')))
                .collect(Collectors.toSet());
        assertThat(ids).containsAll(ledger.idsOf(prefix, "SENT"));
    }

    private void assertNothingFailed() {
        assertThat(ledger.setAside()).isZero();
        assertThat(ledger.incidents()).isZero();
    }

    private List<Taken> received(String prefix) {
        return relay.taken().stream()
                .filter(mail -> mail.recipient().startsWith(prefix + "-"))
                .toList();
    }

    private int mostInTenSeconds(String prefix, String domain) {
        long[] moments = received(prefix).stream()
                .filter(mail -> mail.recipient().endsWith("@" + domain))
                .mapToLong(Taken::nanos)
                .sorted()
                .toArray();
        int most = 0;
        for (int first = 0, last = 0; last < moments.length; last++) {
            while (moments[last] - moments[first] >= TimeUnit.SECONDS.toNanos(10)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private Http http() {
        return at(node);
    }

    private static Http at(PostroadProcess node) {
        return node.http().withKey(Http.KEY);
    }

    private static Path dataOf(EmbeddedPostgres postgres) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var answer = connection.createStatement().executeQuery("show data_directory")) {
            answer.next();
            return Path.of(answer.getString(1));
        }
    }

    private PostroadProcess start(int onPort) {
        try {
            return PostroadProcess.start(
                    home, onPort, Map.of("SPRING_APPLICATION_JSON", new ObjectMapper().writeValueAsString(settings())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> settings() {
        Path files = Path.of("target/test-classes/org/postroad/guarantee").toAbsolutePath();
        return Map.ofEntries(
                Map.entry("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres")),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", relay.port()),
                Map.entry("postroad.api-key", Http.KEY),
                Map.entry("postroad.public-url", "https://post.example"),
                Map.entry("postroad.journeys.location", files.toString()),
                Map.entry(
                        "postroad.compose.content-location",
                        files.resolve("content").toString()),
                Map.entry("postroad.compose.sender.name", "Errands"),
                Map.entry("postroad.compose.sender.postal-address", List.of("1 Harbour Street", "Portland")),
                Map.entry("postroad.deliver.from", "Errands <errands@shop.example>"),
                Map.entry("postroad.deliver.connections", CONNECTIONS),
                Map.entry("postroad.deliver.limits", Map.of(SLOW, SLOW_LIMIT)),
                Map.entry("camunda.bpm.job-execution.lock-time-in-millis", LOCKED_FOR.toMillis()));
    }
}
