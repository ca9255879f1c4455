package org.postroad.rehearse;

import java.time.Instant;
import java.util.stream.Collectors;
import org.postroad.catalog.Catalog;
import org.postroad.journey.RehearsalEngine;
import org.postroad.shop.SimulatedCatalog;
import org.postroad.sql.Sql;
import org.postroad.time.ApplicationClock;
import org.postroad.time.RehearsalMode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is on the stage before a story begins: the time, an empty place, and the goods on the shelves. */
@Component
@Conditional(RehearsalMode.class)
public class RehearsalState {

    private static final String TABLES = Sql.of(RehearsalState.class, "tables-of-a-story");

    private final ApplicationClock clock;
    private final RehearsalEngine engine;
    private final Catalog catalog;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher publisher;
    private String clear = "";

    RehearsalState(
            ApplicationClock clock,
            RehearsalEngine engine,
            Catalog catalog,
            JdbcTemplate jdbc,
            ApplicationEventPublisher publisher) {
        this.clock = clock;
        this.engine = engine;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    /** Fills the shelves with what the simulated shop has, and with nothing else. */
    public void stockCatalog() {
        jdbc.execute("delete from product; delete from article; delete from offer");
        SimulatedCatalog.putInto(catalog);
    }

    /** Forgets all that has happened, and sets the clock. */
    public void reset(Instant now) {
        engine.clear();
        jdbc.execute(clearing());
        clock.setTo(now);
        publisher.publishEvent(new RehearsalMode.ClockReset());
    }

    /** Whatever table there is by now; the order does not matter to what has been told not to look. */
    private String clearing() {
        if (clear.isEmpty()) {
            clear = jdbc.queryForList(TABLES, String.class).stream()
                    .map(table -> "delete from " + table + ";")
                    .collect(Collectors.joining(
                            "\n",
                            "set session_replication_role = replica;\n",
                            "\nset session_replication_role = origin"));
        }
        return clear;
    }
}
