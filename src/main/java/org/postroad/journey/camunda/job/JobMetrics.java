package org.postroad.journey.camunda.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.retry.ObservedJobHandler;
import org.postroad.sql.CachedQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Metrics {@code postroad.jobs.*}: how late the engine's jobs start on this node, failures, and incidents. */
@Component
final class JobMetrics extends AbstractProcessEnginePlugin {

    private final Timer lateness;
    private final Counter failures;
    private final CachedQuery<Double> incidents; // a gauge alone would not keep it
    private final Clock clock;

    JobMetrics(MeterRegistry registry, Clock clock, ObjectProvider<JdbcClient> jdbc) {
        this.lateness = Timer.builder("postroad.jobs.lateness")
                .description("From the moment a timer or a step was due to the moment the engine began it")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
        this.failures = Counter.builder("postroad.jobs.failures")
                .description("Failed tries of timers and steps; each is tried again, or has become an incident")
                .register(registry);
        this.clock = clock;
        this.incidents = new CachedQuery<>(() -> incidents(jdbc.getObject()), Double.NaN);
        Gauge.builder("postroad.jobs.incidents", incidents, CachedQuery::get)
                .description("Walks that the engine cannot carry on; Cockpit shows and mends them")
                .baseUnit("incidents")
                .register(registry);
    }

    private static double incidents(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobHandlers().replaceAll((type, handler) -> movesTokens(handler) ? measured(handler) : handler);
        FailedJobCommandFactory delegate = engine.getFailedJobCommandFactory();
        engine.setFailedJobCommandFactory((job, failure) -> {
            failures.increment();
            return delegate.getCommand(job, failure);
        });
    }

    /** Not the handlers of batches, which the engine casts to their own classes. */
    private static boolean movesTokens(JobHandler<?> handler) {
        return DefaultJobRetryCmd.SUPPORTED_TYPES.contains(handler.getType());
    }

    private <T extends JobHandlerConfiguration> JobHandler<T> measured(JobHandler<T> handler) {
        return new ObservedJobHandler<>(handler, this::recordLateness);
    }

    private void recordLateness(@Nullable JobEntity job) {
        Date due = job == null ? null : job.getDuedate();
        if (due != null) {
            lateness.record(Duration.between(due.toInstant(), clock.instant()));
        }
    }
}
