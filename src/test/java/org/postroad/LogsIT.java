package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.time.WorkScheduler;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people can read logs: they may contain customers' ids and no other data of customers. */
@PostroadTest
class LogsIT {

    static final String FIRST_NAME = "Philippa-Wilhelmina";
    static final String ADDRESS = "philippa.private@customers.example";

    final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @BeforeEach
    void listen() {
        lines.start();
        logger("ROOT").addAppender(lines);
        logger("org.postroad").setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        logger("ROOT").detachAppender(lines);
        logger("org.postroad").setLevel(null);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void containNoPersonalDataFromVisitToMail() {
        Http application = Http.withKey(environment);
        TestCustomer testCustomer = customerFixture.aCustomer();
        application.put("/api/customers/" + testCustomer.id, """
                {"firstName":"%s","email":"%s","consents":{"marketing":{"granted":true,"source":"test"}}}""".formatted(FIRST_NAME, ADDRESS));
        testCustomer.looksTwiceAt("runner-2");
        workScheduler.advance(Duration.ofHours(36));
        assertThat(testCustomer.mails()).isNotEmpty();
        testCustomer.unsubscribes();

        assertThat(logged()).doesNotContain(FIRST_NAME, ADDRESS);
    }

    @Test
    void containNoPersonalDataWhenAnEventFails() {
        String event = """
                {"id":"log-%s","customerId":"log-pia","type":"profile_changed",
                 "properties":{"firstName":"%s","email":"%s"}}""";
        Http.withKey(environment).post("/api/events", event.formatted(1, FIRST_NAME, ADDRESS));
        jdbc.sql("update event set properties = to_jsonb(array[properties ->> 'email']) where id = 'default:log-1'")
                .update();
        try {
            workScheduler.runDue();

            assertThat(logged()).contains("is set aside").doesNotContain(FIRST_NAME, ADDRESS);
        } finally {
            jdbc.sql("delete from inbox where failure is not null").update();
        }
    }

    @Test
    void containNoValuesOfFailedStatements() {
        jdbc.sql("create table log_probe (address text primary key)").update();
        List<Object[]> twice = List.of(new Object[] {ADDRESS}, new Object[] {ADDRESS});

        try {
            assertThatThrownBy(() -> batches.batchUpdate("insert into log_probe values (?)", twice))
                    .isInstanceOf(DataAccessException.class)
                    .satisfies(failure -> assertThat(ThrowableProxyUtil.asString(new ThrowableProxy(failure)))
                            .contains("log_probe")
                            .doesNotContain(ADDRESS));
        } finally {
            jdbc.sql("drop table log_probe").update();
        }
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent line : List.copyOf(lines.list)) {
            all.append(line.getFormattedMessage()).append('\n');
            if (line.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
            }
        }
        return all.toString();
    }
}
