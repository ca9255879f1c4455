package org.postroad.journey.camunda.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the running timers of enrolments, and recalculates their due dates. */
@Component
class RunningTimers {

    private static final String OF_ENROLMENTS = Sql.of(RunningTimers.class, "timers-of-enrolments");

    private final JdbcClient jdbc;
    private final Duration spread;
    private final Clock clock;

    RunningTimers(JdbcClient jdbc, JourneySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.spread = settings.spread();
        this.clock = clock;
    }

    /** @param job the engine's id of the timer job */
    record RunningTimer(UUID enrolmentId, String step, String job, Instant due) {}

    List<RunningTimer> of(Collection<UUID> enrolmentIds) {
        return jdbc.sql(OF_ENROLMENTS)
                .param("enrolments", SqlValues.texts(enrolmentIds, UUID::toString))
                .query((row, n) -> new RunningTimer(
                        row.getObject("enrolment_id", UUID.class),
                        row.getString("step"),
                        row.getString("job"),
                        row.getTimestamp("due").toInstant()))
                .list();
    }

    /**
     * Recalculates the due date by the version in which the instance is now, counted from when the wait began. A date in the
     * past becomes now, spread over {@code postroad.journeys.spread} so that not all timers fire at once. Timers whose step
     * was removed are skipped.
     */
    void recalculate(CommandContext context, String job) {
        JobEntity found = context.getJobManager().findJobById(job);
        if (found instanceof TimerEntity timer && !context.getDbEntityManager().isDeleted(timer)) {
            WaitStates.timer(activity(timer)).ifPresent(declaration -> {
                Instant began = timer.getCreateTime().toInstant();
                EnrolmentSession.current()
                        .withReferenceTime(
                                began, () -> declaration.resolveAndSetDuedate(timer.getExecution(), timer, true));
                notBeforeNow(timer);
            });
        }
    }

    private static ActivityImpl activity(TimerEntity timer) {
        return timer.getExecution().getProcessDefinition().findActivity(timer.getActivityId());
    }

    private void notBeforeNow(TimerEntity timer) {
        Instant now = clock.instant();
        if (timer.getDuedate().toInstant().isBefore(now)) {
            long within = Math.max(1, spread.toMillis());
            timer.setDuedate(
                    Date.from(now.plusMillis(Math.floorMod(timer.getId().hashCode(), within))));
        }
    }
}
