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
 * Whether background work runs. Down if a thread has ended, which only a restart repairs. Work that fails is tried again
 * for ever; it is reported as TROUBLED, but does not make this node unready: the work waits in the database for any node.
 */
@Component("background")
class BackgroundHealthIndicator implements HealthIndicator {

    /** A status of its own: does not make the whole application unhealthy. */
    private static final String TROUBLED = "TROUBLED";

    private final WorkScheduler scheduler;

    BackgroundHealthIndicator(WorkScheduler scheduler, MeterRegistry registry) {
        this.scheduler = scheduler;
        Gauge.builder(
                        "postroad.background.failing",
                        this,
                        health -> health.failing().size())
                .description("Kinds of background work of which the last try failed")
                .register(registry);
    }

    @Override
    public Health health() {
        List<String> ended = scheduler.workers().stream()
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

    /** By the work's name: since when it fails, and the type of the last exception. */
    private Map<String, String> failing() {
        Map<String, String> failing = new TreeMap<>();
        scheduler
                .workers()
                .forEach(worker -> worker.failing()
                        .ifPresent(
                                since -> failing.put(worker.name(), "since " + since.since() + ": " + since.kind())));
        return failing;
    }
}
