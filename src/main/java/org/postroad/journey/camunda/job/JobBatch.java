package org.postroad.journey.camunda.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.Metrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes jobs that wait, as many as fit in one short transaction, each of another instance. If one of them fails, nothing
 * of the batch has happened, and the engine executes each alone: it alone is then tried again later, or becomes an incident.
 */
final class JobBatch implements Runnable {

    private static final int MOST = 25;

    /** No job is added to a transaction that has run so long. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(JobBatch.class);

    private final WaitingJobs waiting;
    private final Consumer<List<String>> oneByOne;
    private final JobExecutor executor;
    private final ProcessEngineImpl engine;

    /** Follow-ups, which the engine has locked for the thread that executed the job before them. */
    private final Deque<String> next = new ArrayDeque<>();

    /** @param oneByOne executes each of these jobs in a transaction of its own, or unlocks them if the executor stops */
    JobBatch(WaitingJobs waiting, Consumer<List<String>> oneByOne, JobExecutor executor, ProcessEngineImpl engine) {
        this.waiting = waiting;
        this.oneByOne = oneByOne;
        this.executor = executor;
        this.engine = engine;
    }

    /** Finds nothing to do if an earlier batch has taken the job. */
    @Override
    public void run() {
        for (Optional<String> first = take(); first.isPresent(); first = followUp()) {
            if (next.isEmpty() && waiting.isEmpty() || !executor.isActive()) {
                oneByOne.accept(List.of(first.get()));
            } else {
                executeTogether(first.get());
            }
        }
    }

    private Optional<String> take() {
        return followUp().or(waiting::take);
    }

    private Optional<String> followUp() {
        return Optional.ofNullable(next.poll());
    }

    private void executeTogether(String first) {
        Transaction transaction = new Transaction();
        JobExecutorContext followUps = new JobExecutorContext();
        Context.setJobExecutorContext(followUps);
        try {
            engine.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(context -> {
                        transaction.execute(context, first);
                        return null;
                    });
            markExecuted(transaction.jobs.size());
        } catch (RuntimeException | Error e) { // an error, too, is the job's that met it
            log.debug("{} jobs are executed one by one, since one of them failed", transaction.jobs.size(), e);
            transaction.alone.addAll(0, transaction.jobs);
            followUps.getCurrentProcessorJobQueue().clear();
        } finally {
            Context.removeJobExecutorContext();
        }
        next.addAll(followUps.getCurrentProcessorJobQueue());
        if (!transaction.alone.isEmpty()) {
            oneByOne.accept(transaction.alone);
        }
        executor.jobWasAdded(); // as the engine does after each: acquisition looks once more before it rests
    }

    private void markExecuted(int jobs) {
        if (engine.getProcessEngineConfiguration().isMetricsEnabled()) {
            engine.getProcessEngineConfiguration().getMetricsRegistry().markOccurrence(Metrics.JOB_SUCCESSFUL, jobs);
        }
    }

    /** What one transaction has taken. */
    private final class Transaction {

        private final List<String> jobs = new ArrayList<>();
        private final List<String> alone = new ArrayList<>();
        private final Set<String> instances = new HashSet<>();
        private final long began = System.nanoTime();

        void execute(CommandContext context, String first) {
            for (Optional<String> job = Optional.of(first);
                    job.isPresent();
                    job = hasRoom() ? take() : Optional.empty()) {
                execute(context, job.get(), context.getDbEntityManager().selectById(JobEntity.class, job.get()));
            }
        }

        private void execute(CommandContext context, String id, @Nullable JobEntity job) {
            if (job == null) {
                return; // went with its instance after it was acquired
            }
            if (job.getProcessInstanceId() == null || !instances.add(job.getProcessInstanceId())) {
                alone.add(id); // a job of the engine's own, or one of an instance that the job before may end
                return;
            }
            jobs.add(id);
            new ExecuteJobsCmd(id, new JobFailureCollector(id)).execute(context);
        }

        private boolean hasRoom() {
            return jobs.size() < MOST && System.nanoTime() - began < LONGEST.toNanos() && executor.isActive();
        }
    }
}
