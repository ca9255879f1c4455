package org.postroad.model;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postroad.sql.RenewedCopy;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which models people have stopped. A stopped model goes on to be trained and shown, but its results are not used. All nodes
 * know within a second.
 */
@Component
public class ModelSwitch {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong ownChanges = new AtomicLong();
    private final RenewedCopy<Map<String, Instant>> stopped;

    ModelSwitch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stopped = new RenewedCopy<>(ownChanges::get, this::revision, this::read, System::nanoTime);
    }

    public boolean isStopped(String model) {
        return stopped.get().containsKey(model);
    }

    /** Since when a model is stopped; empty if it is not. */
    public Optional<Instant> stoppedAt(String model) {
        return Optional.ofNullable(stopped.get().get(model));
    }

    public void stop(String model) {
        jdbc.sql("insert into stopped_model (model, stopped_at) values (?, ?) on conflict do nothing")
                .params(model, SqlValues.timestamp(clock.instant()))
                .update();
        ownChanges.incrementAndGet();
    }

    public void resume(String model) {
        jdbc.sql("delete from stopped_model where model = ?").param(model).update();
        ownChanges.incrementAndGet();
    }

    private String revision() {
        return jdbc.sql("select coalesce(md5(string_agg(model, ',' order by model)), '') from stopped_model")
                .query(String.class)
                .single();
    }

    private Map<String, Instant> read() {
        Map<String, Instant> found = new HashMap<>();
        jdbc.sql("select model, stopped_at from stopped_model").query(row -> {
            found.put(row.getString("model"), SqlValues.instant(row, "stopped_at"));
        });
        return Map.copyOf(found);
    }
}
