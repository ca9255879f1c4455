package org.postroad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postroad.Http;
import org.postroad.PostroadApplication;
import org.postroad.bench.ShopMix.Told;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.postroad.shop.SimulatedCatalog;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole of Postroad with the sixteen stock journeys, its background running, on an empty database of its own. */
final class RunningPostroad implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final String WITHOUT_SHOP = "--postroad.shop.enabled=false";
    private static final Path FILES = Path.of("target/test-classes/org/postroad");

    private final ConfigurableApplicationContext context;
    private final EventIntake intake;
    private final JdbcTemplate jdbc;

    /** With the journey of the window shoppers besides. */
    RunningPostroad() {
        this(List.of(), List.of(journeys("bench/journeys"), WITHOUT_SHOP));
    }

    private RunningPostroad(List<Class<?>> beans, List<String> settings) {
        SpringApplication application = new SpringApplication(PostroadApplication.class);
        application.addPrimarySources(beans);
        List<String> arguments = new ArrayList<>(List.of(
                "--postroad.home=target/bench/home-" + UUID.randomUUID(),
                "--postroad.api-key=" + Http.KEY,
                "--server.port=0"));
        arguments.addAll(settings);
        context = application.run(arguments.toArray(String[]::new));
        intake = context.getBean(EventIntake.class);
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
    }

    /** With a relay of the bench's and the journey that writes a mail at each errand besides. */
    static RunningPostroad withRelay(int smtpPort) {
        return new RunningPostroad(
                List.of(),
                List.of(
                        journeys("guarantee"),
                        WITHOUT_SHOP,
                        "--postroad.compose.content-location=" + FILES.resolve("guarantee/content"),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + smtpPort,
                        "--postroad.compose.sender.name=Errands",
                        "--postroad.compose.sender.postal-address=1 Harbour Street",
                        "--postroad.deliver.from=Errands <errands@shop.example>"));
    }

    /** With the stock journeys alone, and the shop's goods in the catalog. */
    static RunningPostroad withGoods() {
        return withGoods(List.of());
    }

    /**
     * As {@link #withGoods()}, with beans of the bench's.
     *
     * @param beans configuration classes
     */
    static RunningPostroad withGoods(List<Class<?>> beans) {
        RunningPostroad postroad = new RunningPostroad(beans, List.of(WITHOUT_SHOP));
        SimulatedCatalog.putInto(postroad.bean(Catalog.class));
        return postroad;
    }

    /** As a new user sees it: the simulated shop with that many people, who live on as time is moved. */
    static RunningPostroad withShop(int people) {
        return new RunningPostroad(List.of(), List.of("--postroad.shop.customers=" + people));
    }

    /** The folder with the stock journeys and those of the bench's folder. */
    private static String journeys(String additional) {
        try {
            Path folder = Path.of("target/bench/journeys", additional.replace('/', '-'));
            Files.createDirectories(folder);
            for (Path source : List.of(
                    Path.of("bpmn"), Path.of("dmn"), FILES.resolve(additional).resolve("bpmn"))) {
                try (Stream<Path> files = Files.list(source)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            return "--postroad.journeys.location=" + folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Another, empty database on the same server. */
    Database emptyDatabase(String name) {
        jdbc.execute("create database " + name);
        HikariDataSource pool = context.getBean(HikariDataSource.class);
        return new Database(
                pool.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                pool.getUsername(),
                pool.getPassword());
    }

    /** Sends events of one type as an application does, and returns once Postroad has acted on all of them. */
    void send(String type, int number, IntFunction<String> customer) {
        List<JsonNode> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < number; i++) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("customerId", customer.apply(i)).put("type", type);
            event.putObject("properties").put("productId", "product-" + i % 50).put("seconds", 30);
            batch.add(event);
            if (batch.size() == BATCH || i == number - 1) {
                accept(batch);
                batch.clear();
            }
        }
        awaitEmptyInbox();
    }

    /** Sends what happened in the shop, as it happened there, and returns once Postroad has acted on all of it. */
    void send(List<Told> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            accept(events.subList(from, Math.min(events.size(), from + BATCH)).stream()
                    .map(Told::toJson)
                    .toList());
        }
        awaitEmptyInbox();
    }

    private void accept(List<JsonNode> batch) {
        Receipt receipt = intake.accept(batch);
        if (receipt.accepted() != batch.size()) {
            throw new IllegalStateException("Not all events were taken: " + receipt);
        }
    }

    /** Until no job is due and every mail that may leave has left. */
    void drain() {
        awaitEmptyInbox();
        while (number("""
            select (select count(*) from act_ru_job where duedate_ <= now() at time zone 'UTC' and retries_ > 0)
                 + (select count(*) from message where state = 'PREPARED' and due_at <= now())\
            """) > 0) {
            Pause.ofMillis(20);
        }
        awaitEmptyInbox();
    }

    /** Until the inbox is empty. */
    void awaitEmptyInbox() {
        while (Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from inbox where failure is null)", Boolean.class))) {
            Pause.ofMillis(2);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
