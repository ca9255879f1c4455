package org.postroad.equivalence;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.postroad.catalog.Catalog;
import org.postroad.guarantee.CountingRelay;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.lifecycle.JourneyLifecycle;
import org.postroad.shop.SimulatedCatalog;
import org.postroad.time.ApplicationClock;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes with the stock journeys over one PostgreSQL and one relay, with one clock that stands until it is moved. Their
 * work is done in the caller's thread, or in a thread for each node at once. Between two histories everything is cleared.
 */
final class TwoNodes implements AutoCloseable {

    static final Instant BEGINNING = Instant.parse("2026-11-23T12:00:00Z");

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
              and (relname !~ '^act_' or relname in ('act_ru_event_subscr', 'act_ru_job', 'act_ru_incident',
                   'act_ru_identitylink', 'act_ru_variable', 'act_ru_task', 'act_ru_execution'))
              and relname not in ('flyway_schema_history', 'secret', 'application_key', 'product', 'article', 'offer')""";

    private final ApplicationClock clock = ApplicationClock.forRehearsal(BEGINNING);
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final FaultyDatabase faults;
    private final EmbeddedPostgres postgres;
    private final CountingRelay relay;
    private final Node one;
    private final Node other;
    private final JdbcTemplate jdbc;
    private final String clear;
    private final List<String> stock;

    TwoNodes() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        faults = new FaultyDatabase(postgres.getPostgresDatabase());
        relay = new CountingRelay();
        one = Node.start(clock, faults, settings());
        other = Node.start(clock, faults, settings());
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase()); // never fails
        clear = jdbc.queryForList(TABLES, String.class).stream()
                .map(table -> "delete from " + table + ";")
                .collect(Collectors.joining(
                        "\n", "set session_replication_role = replica;\n", "\nset session_replication_role = origin"));
        stock = deployments();
        SimulatedCatalog.putInto(one.bean(Catalog.class));
    }

    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres")),
                Map.entry("spring.datasource.hikari.maximum-pool-size", 20),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", relay.port()),
                Map.entry("postroad.time.frozen-at", BEGINNING),
                Map.entry("postroad.time.background", false),
                Map.entry("postroad.shop.enabled", false),
                Map.entry("postroad.webhooks.make", false),
                Map.entry("postroad.api-key", "key-of-the-tests-0123456789abcdef"),
                Map.entry("postroad.public-url", "https://post.example"),
                Map.entry("postroad.journeys.audience-every", "PT24H"), // the clock stops for each sweep
                Map.entry("postroad.compose.sender.name", "Equals"),
                Map.entry("postroad.compose.sender.postal-address", "1 Harbour Street"),
                Map.entry("postroad.deliver.from", "Equals <equals@shop.example>"),
                Map.entry("postroad.deliver.connections", 2),
                Map.entry("camunda.bpm.job-execution.enabled", false),
                Map.entry("logging.level.root", "warn"));
    }

    Node one() {
        return one;
    }

    Node other() {
        return other;
    }

    FaultyDatabase faults() {
        return faults;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    ObjectMapper json() {
        return one.bean(ObjectMapper.class);
    }

    Instant now() {
        return clock.instant();
    }

    /** As on the first day: nobody is there, and the stock journeys run. */
    void clear() {
        jdbc.queryForList("select journey from journey_state", String.class)
                .forEach(one.bean(JourneyLifecycle.class)::resume);
        jdbc.execute(clear);
        RepositoryService repository = one.bean(RepositoryService.class);
        deployments().stream()
                .filter(deployment -> !stock.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true, true));
        clock.setTo(BEGINNING);
        renewEstimates();
        awaitJourneysAsSeenBy(one);
        one.lookForWork();
        other.lookForWork();
    }

    /** Until both nodes know the same journeys: what is deployed or paused on one is known to the other within a second. */
    void awaitJourneysAsSeenBy(Node changed) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> journeys(one).equals(journeys(changed))
                        && journeys(other).equals(journeys(changed)));
    }

    private static List<Journey> journeys(Node node) {
        return node.bean(JourneyEngine.class).journeys();
    }

    private List<String> deployments() {
        return one.bean(RepositoryService.class).createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private void renewEstimates() {
        untilItWorks(one::renewEstimates);
        untilItWorks(other::renewEstimates);
    }

    /** Moves the clock, and on the way to each moment at which something falls due on these nodes, which do it. */
    void advance(Duration by, List<Node> nodes) {
        Instant target = clock.instant().plus(by);
        for (Optional<Instant> due = nextDue(target); due.isPresent(); due = nextDue(target)) {
            moveTo(due.get());
            settle(nodes);
        }
        moveTo(target);
        settle(nodes);
    }

    private void moveTo(Instant moment) {
        clock.moveTo(moment);
        renewEstimates();
    }

    private Optional<Instant> nextDue(Instant target) {
        return Stream.of(one, other)
                .flatMap(node -> nextDue(node).stream())
                .filter(due -> due.isAfter(clock.instant()) && !due.isAfter(target))
                .min(Comparator.naturalOrder());
    }

    /** A node knows what it has scheduled itself, and learns of the rest when it looks for work. */
    private Optional<Instant> nextDue(Node node) {
        List<Optional<Instant>> found = new ArrayList<>();
        untilItWorks(() -> found.add(node.nextDue()));
        return found.get(0);
    }

    /** Does all that is due now: first events and steps, then the mail that comes of them, and again until nothing waits. */
    void settle(List<Node> nodes) {
        do {
            untilIdle(nodes, Node::takeSteps);
        } while (faults.resting(() -> untilIdle(nodes, Node::sendMail)) > 0);
    }

    /** All nodes at once, until none finds anything and nothing has failed. */
    int untilIdle(List<Node> nodes, ToIntFunction<Node> work) {
        int all = 0;
        int done;
        int faultsBefore;
        do {
            faultsBefore = faults.caused();
            done = atOnce(nodes, work);
            all += done;
        } while (done > 0 || faults.caused() > faultsBefore || nodes.stream().anyMatch(Node::isHindered));
        return all;
    }

    /** The nodes handle events while they are sent, and until none is left. */
    void handleWhile(List<Node> nodes, Runnable sending) {
        AtomicBoolean sent = new AtomicBoolean();
        CompletableFuture<Void> handling = CompletableFuture.runAsync(
                () -> {
                    while (!sent.get()) {
                        atOnce(nodes, Node::handleEvents);
                    }
                },
                threads);
        try {
            sending.run();
        } finally {
            sent.set(true);
            handling.join();
        }
        untilIdle(nodes, Node::handleEvents);
    }

    private int atOnce(List<Node> nodes, ToIntFunction<Node> work) {
        if (nodes.size() == 1) {
            return triedBy(nodes.get(0), work);
        }
        return nodes.stream()
                .map(node -> CompletableFuture.supplyAsync(() -> triedBy(node, work), threads))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();
    }

    /** What fails by a fault of the database is tried again, so something is left to do. */
    private int triedBy(Node node, ToIntFunction<Node> work) {
        try {
            return work.applyAsInt(node);
        } catch (RuntimeException e) {
            if (faults.isHealthy()) {
                throw e;
            }
            return 1;
        }
    }

    /** As an application sends until it is answered. */
    void untilItWorks(Runnable sending) {
        for (boolean sent = false; !sent; ) {
            try {
                sending.run();
                sent = true;
            } catch (RuntimeException e) {
                if (faults.isHealthy()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        other.close();
        one.close();
        threads.shutdown();
        relay.close();
        postgres.close();
    }
}
