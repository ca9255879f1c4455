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
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** How the road uses the engine: many steps in one command, in the caller's transaction, in nobody's name. */
@Component
public class EngineCommands {

    private static final SQLExceptionTranslator DATABASE = new SQLExceptionSubclassTranslator();

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;

    EngineCommands(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
    }

    /**
     * Runs all of it as one command, for whoever holds the shards of the customers: one flush, whatever the number of calls inside.
     *
     * @throws OptimisticLockingFailureException if somebody else, mostly a timer, moved one of the same tokens; roll
     *     back and try again
     */
    public void executeHoldingShards(Consumer<CommandContext> steps) {
        withoutAuthentication(() -> {
            try {
                return engine.getCommandExecutorTxRequired().execute(context -> {
                    EnrolmentSession.current().assumeShardsHeld();
                    steps.accept(context);
                    return context;
                });
            } catch (OptimisticLockingException e) {
                throw new OptimisticLockingFailureException("A token was moved by somebody else just now.", e);
            } catch (ProcessEngineException e) {
                throw translated(e);
            }
        });
    }

    /** Runs all of it in one transaction with one flush, for whoever does not hold the customers' shards. */
    public void executeInOneTransaction(Runnable steps) {
        withoutAuthentication(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            steps.run();
            return context;
        }));
    }

    /** What the database said is told as everywhere else in Postroad, so that an outage is known as one. */
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
     * The engine checks the permissions of whoever is logged in on the thread. Moving time or posting an event by hand
     * must not depend on what that person may do in Cockpit, nor appear in their log.
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
