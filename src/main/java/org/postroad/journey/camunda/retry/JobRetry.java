package org.postroad.journey.camunda.retry;

import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.jspecify.annotations.Nullable;

/**
 * The engine's retry cycle, for jobs of every type: what the engine does not know as a type of its own would be tried three
 * times at once.
 */
class JobRetry extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    JobRetry(String job, Throwable failure) {
        super(job, failure);
    }

    /** For a job that has failed before it was stored. */
    static JobRetry ofNew(JobEntity job, Throwable failure) {
        return new JobRetry(job.getId(), failure) {
            @Override
            protected JobEntity getJob() {
                return job;
            }
        };
    }

    @Override
    public @Nullable ActivityImpl getCurrentActivity(CommandContext context, JobEntity job) {
        if (job.getProcessDefinitionId() == null) {
            return null;
        }
        ProcessDefinitionEntity journey = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
        ActivityImpl step = job.getActivityId() == null ? null : journey.findActivity(job.getActivityId());
        return step == null ? journey.getInitial() : step;
    }

    /** The cycle of all steps, also for one at which the engine expects no job. */
    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
        FailedJobRetryConfiguration ofStep = super.getFailedJobRetryConfiguration(job, activity);
        return ofStep == null
                ? ParseUtil.parseRetryIntervals(
                        Context.getProcessEngineConfiguration().getFailedJobRetryTimeCycle())
                : ofStep;
    }

    @Override
    public @Nullable Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job != null) {
            OriginalDueDates.keep(job);
        }
        Object done = super.execute(context);
        if (job != null && job.getRetries() == 0) {
            job.setDuedate(ClockUtil.getCurrentTime()); // whoever retries the incident is not made to wait
        }
        return done;
    }
}
