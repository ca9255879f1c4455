package org.postroad.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the background works. Down if a thread has ended, which only a restart mends. Work that fails is tried again
 * for ever; it is shown as trouble, but does not make this node unready: what it would do waits in the database, for any node.
 */
@Component("background")
class BackgroundHealthIndicator implements HealthIndicator {

    /** Leaves the whole as it is. */
    private static final String TROUBLED = "TROUBLED";

    private final WorkScheduler workScheduler;

    BackgroundHealthIndicator(WorkScheduler workScheduler, MeterRegistry registry) {
        this.workScheduler = workScheduler;
        Gauge.builder(
                        "postroad.background.failing",
                        this,
                        health -> health.failing().size())
                .description("Kinds of background work of which the last try failed")
                .register(registry);
    }

    @Override
    public Health health() {
        List<String> ended = workScheduler.workers().stream()
                .filter(worker -> !worker.alive())
                .map(BackgroundWorker::name)
                .toList();
        if (!ended.isEmpty()) {
            return Health.down().withDetail("ended", ended).build();
        }
        Map<String, String> failing = failing();
        return failing.isEmpty()
                ? Health.up().build()
                : Health.status(TROUBLED).withDetail("failing", failing).build();
    }

    /** Since when, and with what, by name. */
    private Map<String, String> failing() {
        Map<String, String> failing = new TreeMap<>();
        workScheduler
                .workers()
                .forEach(worker -> worker.failing()
                        .ifPresent(
                                since -> failing.put(worker.name(), "since " + since.since() + ": " + since.kind())));
        return failing;
    }
}
