package org.postroad.journey.camunda;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** How the road uses the engine: many steps in one command, in the caller's transaction, in nobody's name. */
@Component
class EngineCommands {

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;

    EngineCommands(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
    }

    /**
     * Runs all of it as one command: one flush, whatever the number of calls inside.
     *
     * @throws OptimisticLockingFailureException if somebody else, mostly a timer, moved one of the same tokens; roll
     *     back and try again
     */
    void together(Consumer<CommandContext> steps) {
        inNobodysName(() -> {
            try {
                return engine.getCommandExecutorTxRequired().execute(context -> {
                    steps.accept(context);
                    return context;
                });
            } catch (OptimisticLockingException e) {
                throw new OptimisticLockingFailureException(
                        "A token was moved by somebody else at the same moment.", e);
            }
        });
    }

    /**
     * The engine checks the permissions of whoever is logged in on the thread. Moving time or posting an event by hand
     * must not depend on what that person may do in Cockpit, nor appear in their log.
     */
    <T extends @Nullable Object> T inNobodysName(Supplier<T> work) {
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
