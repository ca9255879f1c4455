package org.postroad.journey.camunda.retry;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Lets an instance leave its start event, where it was held. */
@Component
final class RetriedStart implements RetriedWork {

    @Override
    public Kind kind() {
        return Kind.START;
    }

    @Override
    public void retry(ExecutionEntity execution, String details) {
        execution.signal("", null);
    }
}
