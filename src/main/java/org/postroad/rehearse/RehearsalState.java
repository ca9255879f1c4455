package org.postroad.rehearse;

import java.time.Instant;
import java.util.function.Consumer;
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

/** Resets the rehearsal's clock, database and catalog, so that every scenario and simulation starts from the same state. */
@Component
@Conditional(RehearsalMode.class)
public class RehearsalState {

    private static final String TABLES_TO_CLEAR = Sql.of(RehearsalState.class, "tables-to-clear");

    private final ApplicationClock clock;
    private final RehearsalEngine engine;
    private final Catalog catalog;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher publisher;
    private String clearStatements = "";

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

    /** Replaces the catalog by the simulated shop's. */
    public void stockCatalog() {
        stockCatalog(SimulatedCatalog::putInto);
    }

    /** Replaces the catalog by what is put into it. */
    public void stockCatalog(Consumer<Catalog> goods) {
        jdbc.execute("delete from product; delete from article; delete from offer");
        goods.accept(catalog);
    }

    /** Deletes everything but the catalog and the deployments, and sets the clock. */
    public void reset(Instant now) {
        engine.clear();
        jdbc.execute(clearStatements());
        clock.setTo(now);
        publisher.publishEvent(new RehearsalMode.ClockReset());
    }

    /** Tells the database how much of what it holds, so that it plans well from then on, and always alike. */
    public void analyze() {
        jdbc.execute("analyze");
    }

    /** Foreign keys are not checked meanwhile, so the order does not matter. */
    private String clearStatements() {
        if (clearStatements.isEmpty()) {
            clearStatements = jdbc.queryForList(TABLES_TO_CLEAR, String.class).stream()
                    .map(table -> "delete from " + table + ";")
                    .collect(Collectors.joining(
                            "\n",
                            "set session_replication_role = replica;\n",
                            "\nset session_replication_role = origin"));
        }
        return clearStatements;
    }
}
