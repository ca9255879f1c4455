package org.postroad.journey.camunda.job;

import java.sql.SQLException;
import java.sql.Statement;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Locks due jobs for this node, without waiting until the database's disk has them: one node has one acquisition, for which
 * all its threads wait. Locks that a crash of the database loses are taken again; what a job does is committed after its
 * lock, and so never kept without it.
 */
final class JobAcquisition extends AcquireJobsCmd {

    /** @param most jobs to lock at once */
    JobAcquisition(JobExecutor executor, int most) {
        super(executor, most);
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs jobs = super.execute(context);
        if (jobs.size() > 0) {
            commitWithoutWaiting(context);
        }
        return jobs;
    }

    private static void commitWithoutWaiting(CommandContext context) {
        try (Statement statement =
                context.getDbSqlSession().getSqlSession().getConnection().createStatement()) {
            statement.execute("set local synchronous_commit = off");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Due jobs could not be acquired.", e);
        }
    }
}
