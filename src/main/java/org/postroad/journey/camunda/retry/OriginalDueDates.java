package org.postroad.journey.camunda.retry;

import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.springframework.stereotype.Component;

/**
 * Keeps when a timer was due before its first failure: a retry moves the engine's due date, but events count for the wait
 * behind the timer from the original one on. The date is a local variable of the waiting execution, which goes with it.
 */
@Component
final class OriginalDueDates extends AbstractProcessEnginePlugin {

    private static final String VARIABLE = "originallyDue:";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory((job, failure) -> new JobRetry(job, failure));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobHandlers()
                .replaceAll((type, handler) ->
                        DefaultJobRetryCmd.SUPPORTED_TYPES.contains(type) ? announcing(handler) : handler);
    }

    private static <T extends JobHandlerConfiguration> JobHandler<T> announcing(JobHandler<T> handler) {
        return new ObservedJobHandler<>(handler, OriginalDueDates::announce);
    }

    /** Before its first failure is noted: keeps its due date. */
    static void keep(JobEntity job) {
        if (job instanceof TimerEntity && job.getExecution() != null && !hasFailedBefore(job)) {
            job.getExecution().setVariableLocal(VARIABLE + job.getId(), job.getDuedate());
        }
    }

    private static void announce(@Nullable JobEntity job) {
        if (job instanceof TimerEntity
                && hasFailedBefore(job)
                && job.getExecution() != null
                && job.getExecution().getVariableLocal(VARIABLE + job.getId()) instanceof Date due) {
            EnrolmentSession.current().originallyDue(job.getId(), due.toInstant());
        }
    }

    private static boolean hasFailedBefore(JobEntity job) {
        return job.getExceptionMessage() != null || job.getExceptionByteArrayId() != null;
    }
}
