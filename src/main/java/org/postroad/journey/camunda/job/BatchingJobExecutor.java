package org.postroad.journey.camunda.job;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * The engine's job executor, but jobs of different instances that wait for a thread are executed together, in one
 * transaction ({@link JobBatch}): the more wait, the larger the batches. Why: {@code adr/0028-jobs-in-batches.md}.
 */
final class BatchingJobExecutor extends SpringJobExecutor {

    private final WaitingJobs waiting = new WaitingJobs();

    BatchingJobExecutor(TaskExecutor threads) {
        setTaskExecutor(threads);
        NotifyAcquisitionRejectedJobsHandler acquisition = new NotifyAcquisitionRejectedJobsHandler();
        setRejectedJobsHandler((jobs, engine, executor) -> {
            if (jobs.size() > 1 || waiting.remove(jobs.get(0))) { // else a running batch has taken it
                acquisition.jobsRejected(jobs, engine, executor);
            }
        });
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int most) {
        return new JobAcquisition(this, most);
    }

    /** Several jobs are exclusive ones of the same instance, which the engine executes one after another. */
    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        if (jobs.size() > 1) {
            return super.getExecuteJobsRunnable(jobs, engine);
        }
        waiting.add(jobs.get(0));
        return new JobBatch(
                waiting, alone -> super.getExecuteJobsRunnable(alone, engine).run(), this, engine);
    }

    /** When the node stops: what no thread has begun is unlocked, so that another node need not wait until its lock expires. */
    @Override
    public synchronized void unregisterProcessEngine(ProcessEngineImpl engine) {
        super.unregisterProcessEngine(engine);
        if (!isActive()) {
            super.getExecuteJobsRunnable(waiting.takeAll(), engine).run();
        }
    }
}
