package org.postroad.journey.camunda.retry;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.postroad.journey.camunda.retry.RetriedWork.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the jobs that retry failed work. */
public final class RetryJobs {

    private static final Logger log = LoggerFactory.getLogger(RetryJobs.class);

    private RetryJobs() {}

    /**
     * Inside an engine command: keeps failed work as a job of an execution, which goes with it. The job counts as failed
     * once: it is retried as any job of the engine, and then becomes an incident of the step where the execution is.
     *
     * @param details what the {@link RetriedWork} of that kind needs to know
     */
    public static void schedule(ExecutionEntity execution, Kind kind, String details, Throwable failure) {
        CommandContext context = Context.getCommandContext();
        MessageEntity job = new MessageEntity();
        job.setExecution(execution);
        job.setProcessDefinitionId(execution.getProcessDefinitionId());
        job.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
        job.setJobHandlerType(kind.jobType());
        job.setJobHandlerConfiguration(new RetryJobHandler.Details(details));
        job.setDuedate(ClockUtil.getCurrentTime());
        if (kind == Kind.END) { // also while the journey is paused or stopped
            job.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        }
        context.getJobManager().send(job);
        JobRetry.ofNew(job, failure).execute(context);
        log.warn(
                "{} of an enrolment failed ({}) at '{}' of process instance {} ({}). The rest took effect; this is retried,"
                        + " and becomes an incident if it keeps failing",
                kind,
                failure.getClass().getSimpleName(),
                execution.getActivityId(),
                execution.getProcessInstanceId(),
                execution.getProcessDefinitionId());
    }
}
