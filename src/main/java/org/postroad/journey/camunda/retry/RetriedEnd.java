package org.postroad.journey.camunda.retry;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.springframework.stereotype.Component;

/** Ends an instance; the details are the reason. */
@Component
final class RetriedEnd implements RetriedWork {

    private final RuntimeService runtime;
    private final EngineCommands engine;

    RetriedEnd(RuntimeService runtime, EngineCommands engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public Kind kind() {
        return Kind.END;
    }

    @Override
    public void retry(ExecutionEntity execution, String details) {
        EnrolmentSession.current().setCancelReason(details);
        engine.withoutAuthentication(() -> {
            runtime.deleteProcessInstance(execution.getProcessInstanceId(), details);
            return details;
        });
    }
}
