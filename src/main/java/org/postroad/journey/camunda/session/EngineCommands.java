package org.postroad.journey.camunda.session;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Runs work inside the process engine: many calls in one command, in the caller's transaction, without the permissions of
 * whoever is logged in. Inside a command, {@link EnrolmentSession#current()} is available.
 */
@Component
public class EngineCommands {

    private static final SQLExceptionTranslator DATABASE = new SQLExceptionSubclassTranslator();

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final WorkSignal workSignal;

    EngineCommands(ProcessEngine engine, WorkSignal workSignal) {
        this.workSignal = workSignal;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
    }

    /**
     * Runs the steps as one command with one flush. The caller must hold the shard locks of all customers that the steps
     * touch: arrivals at waits are then not looked back at.
     *
     * @throws OptimisticLockingFailureException if another command, mostly a timer, moved one of the same tokens; roll
     *     back and try again
     */
    public void executeHoldingShards(Consumer<CommandContext> steps) {
        withoutAuthentication(() -> {
            try {
                return engine.getCommandExecutorTxRequired().execute(context -> {
                    EnrolmentSession.current().assumeShardsHeld();
                    steps.accept(context);
                    workSignal.signalAfterCommit(WorkTopic.ENGINE_JOBS);
                    return context;
                });
            } catch (OptimisticLockingException e) {
                throw new OptimisticLockingFailureException("Another command has moved the same token.", e);
            } catch (ProcessEngineException e) {
                throw translated(e);
            }
        });
    }

    /** Runs the steps as one command with one flush, for a caller that does not hold the customers' shards. */
    public void executeInOneTransaction(Runnable steps) {
        queryInOneTransaction(() -> {
            steps.run();
            workSignal.signalAfterCommit(WorkTopic.ENGINE_JOBS);
            return this;
        });
    }

    /** Runs all of these queries in one transaction. What one of them has read, the next finds in the engine's cache. */
    public <T> T queryInOneTransaction(Supplier<T> queries) {
        return withoutAuthentication(() -> engine.getCommandExecutorTxRequired().execute(context -> queries.get()));
    }

    /** As {@link #queryInOneTransaction}, apart from the caller's transaction: what that has not committed is not seen. */
    public <T> T queryInNewTransaction(Supplier<T> queries) {
        return withoutAuthentication(
                () -> engine.getCommandExecutorTxRequiresNew().execute(context -> queries.get()));
    }

    /** Database errors inside the engine become Spring's, so that an outage is recognised as one. */
    private static RuntimeException translated(ProcessEngineException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                DataAccessException known = DATABASE.translate("engine command", null, sql);
                return known == null ? e : known;
            }
        }
        return e;
    }

    /**
     * Runs the work without the engine's current user. The engine checks the permissions of whoever is logged in on the
     * thread; what Postroad does by itself must not depend on them, nor appear in that user's operation log.
     */
    public <T extends @Nullable Object> T withoutAuthentication(Supplier<T> work) {
        Authentication caller = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (caller != null) {
                identities.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
            }
        }
    }
}
