package org.postroad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.postroad.Http;
import org.postroad.PostroadApplication;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole of Postroad, with its background running, on an empty database of its own. */
final class RunningPostroad implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final Path FILES = Path.of("target/test-classes/org/postroad");

    private final ConfigurableApplicationContext context;
    private final EventIntake intake;
    private final JdbcTemplate jdbc;

    /** With the journey of the window shoppers. */
    RunningPostroad() {
        this("bench/journeys");
    }

    private RunningPostroad(String journeys, String... settings) {
        SpringApplication application = new SpringApplication(PostroadApplication.class);
        List<String> arguments = new ArrayList<>(List.of(
                "--postroad.home=target/bench/home-" + UUID.randomUUID(),
                "--postroad.shop.enabled=false",
                "--postroad.journeys.location=" + FILES.resolve(journeys),
                "--postroad.api-key=" + Http.KEY,
                "--server.port=0"));
        arguments.addAll(List.of(settings));
        context = application.run(arguments.toArray(String[]::new));
        intake = context.getBean(EventIntake.class);
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
    }

    /** With a relay of the bench's and the journey that writes a mail at each errand. */
    static RunningPostroad withRelay(int smtpPort) {
        return new RunningPostroad(
                "guarantee",
                "--postroad.compose.content-location=" + FILES.resolve("guarantee/content"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtpPort,
                "--postroad.compose.sender.name=Errands",
                "--postroad.compose.sender.postal-address=1 Harbour Street",
                "--postroad.deliver.from=Errands <errands@shop.example>");
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

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Another, empty database on the same server. */
    Database emptyDatabase(String name) {
        jdbc.execute("create database " + name);
        HikariDataSource pool = context.getBean(HikariDataSource.class);
        return new Database(
                pool.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), pool.getUsername(), pool.getPassword());
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

    private void accept(List<JsonNode> batch) {
        Receipt receipt = intake.accept(batch);
        if (receipt.accepted() != batch.size()) {
            throw new IllegalStateException("Not all events were taken: " + receipt);
        }
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
