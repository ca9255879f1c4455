package org.postroad.journey.camunda.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.postroad.event.shard.ShardWorkers;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.Shards;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.sql.ConflictRetry;
import org.postroad.sql.DatabaseFault;
import org.postroad.sql.Sql;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's due jobs (timers, and steps that begin in a transaction of their own) while time is moved by hand. In
 * normal operation the engine's job executor runs them; it is paused meanwhile.
 */
@Component
@Order(ScheduledWork.ENGINE_JOBS)
final class EngineJobRunner implements ScheduledWork {

    private static final String DUE = Sql.of(EngineJobRunner.class, "due-jobs");
    private static final String NEXT_DUE = Sql.of(EngineJobRunner.class, "next-due-job");
    private static final int BATCH_SIZE = 200;
    private static final int GROUP_SIZE = 50;

    private static final Logger log = LoggerFactory.getLogger(EngineJobRunner.class);

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final JobExecutorControl jobExecutor;
    private final EngineCommands engine;
    private final ShardWorkers workers;
    private final Clock clock;

    EngineJobRunner(
            JdbcClient jdbc,
            ManagementService management,
            JobExecutorControl jobExecutor,
            EngineCommands engine,
            ShardWorkers workers,
            Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.jobExecutor = jobExecutor;
        this.engine = engine;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.ENGINE_JOBS);
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Counts the jobs that were executed or postponed, not those that stay due, so that a failing job cannot stop time. */
    @Override
    public int runDue() {
        List<DueJob> due = due();
        int failed = workers.runAndSum(due, this::execute);
        return failed == 0
                ? due.size()
                : due.size() - (int) due().stream().filter(due::contains).count();
    }

    /** Jobs of one customer are executed in order, those of others at the same time. */
    private record DueJob(String job, String instance, int shard) implements ShardedItem {}

    private List<DueJob> due() {
        return jdbc.sql(DUE)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", BATCH_SIZE)
                .query((row, number) -> new DueJob(
                        row.getString("id_"), row.getString("instance"), Shards.of(row.getString("customer"))))
                .list();
    }

    /** Returns how many groups had a job that failed. */
    private int execute(List<DueJob> due) {
        int failed = 0;
        for (List<String> group : groups(due)) {
            failed += executeGroup(group) ? 0 : 1;
        }
        return failed;
    }

    /** Groups of jobs for one command each, of different instances, since a job may end its instance. */
    private static List<List<String>> groups(List<DueJob> due) {
        List<List<String>> groups = new ArrayList<>();
        Set<String> instances = new HashSet<>();
        for (DueJob each : due) {
            if (groups.isEmpty()
                    || groups.get(groups.size() - 1).size() == GROUP_SIZE
                    || !instances.add(each.instance())) {
                groups.add(new ArrayList<>());
                instances.clear();
                instances.add(each.instance());
            }
            groups.get(groups.size() - 1).add(each.job());
        }
        return groups;
    }

    /** One commit for all. If one fails, all are rolled back and executed one by one. Whether none failed then. */
    private boolean executeGroup(List<String> jobs) {
        if (jobs.size() > 1) {
            try {
                engine.executeInOneTransaction(() -> jobs.forEach(management::executeJob));
                return true;
            } catch (RuntimeException e) {
                throwIfDatabaseIsGone(e);
                log.debug("{} jobs are executed one by one, since one of them failed", jobs.size(), e);
            }
        }
        boolean allDone = true;
        for (String job : jobs) {
            allDone &= execute(job);
        }
        return allDone;
    }

    /** For a job that fails the engine schedules a retry, or raises an incident after the last one. */
    private boolean execute(String job) {
        try {
            ConflictRetry.run(() -> executeOnce(job));
            return true;
        } catch (RuntimeException e) {
            throwIfDatabaseIsGone(e);
            if (exists(job)) {
                log.warn("Job {} failed and is tried again later, or became an incident", job, e);
            }
            return false;
        }
    }

    private void executeOnce(String job) {
        try {
            engine.withoutAuthentication(() -> {
                management.executeJob(job);
                return job;
            });
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Another command has moved the same token.", e);
        }
    }

    /** Nothing is wrong with the jobs then; they stay due. */
    private static void throwIfDatabaseIsGone(RuntimeException failure) {
        if (TransientJobFaults.faultOf(failure) == DatabaseFault.GONE) {
            throw failure;
        }
    }

    /** A due job is gone if the one before it has ended its instance. */
    private boolean exists(String job) {
        return jdbc.sql("select exists (select 1 from act_ru_job where id_ = ?)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void pause() {
        jobExecutor.pause();
    }

    @Override
    public void resume() {
        jobExecutor.resume();
    }

    @Override
    public boolean runsInBackground() {
        return false;
    }
}
