package org.postroad.journey.camunda.job;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Component;

/**
 * A job that failed by a fault that passes, a conflict or a database that is away, has not failed: it keeps its due date and
 * its tries, and is executed again. Everything else is left to the engine's retry cycle, which moves the due date and raises
 * an incident after the last try.
 */
@Component
final class TransientJobFaults extends AbstractProcessEnginePlugin {

    /** How long a job rests after the database was away, full or too slow, so that it is not tried without a pause. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** What the failure says about the database; a token that somebody else has moved is a conflict. */
    static DatabaseFault faultOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return DatabaseFault.CONFLICT;
            }
        }
        return DatabaseFault.of(failure);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        FailedJobCommandFactory delegate = engine.getFailedJobCommandFactory();
        engine.setFailedJobCommandFactory((job, failure) -> {
            DatabaseFault fault = faultOf(failure);
            return fault == DatabaseFault.OTHER ? delegate.getCommand(job, failure) : new TryAgain(job, failure, fault);
        });
    }

    /** Gives the lock back: at once after a conflict, else after a rest. */
    private static final class TryAgain extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        private final DatabaseFault fault;

        TryAgain(String jobId, Throwable failure, DatabaseFault fault) {
            super(jobId, failure);
            this.fault = fault;
        }

        @Override
        public JobEntity execute(CommandContext context) {
            JobEntity job = getJob();
            if (fault == DatabaseFault.CONFLICT) {
                job.unlock();
                notifyAcquisition(context);
            } else {
                job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + REST.toMillis()));
            }
            return job;
        }
    }
}
