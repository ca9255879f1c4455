package org.postroad.journey.camunda.parse;

import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.postroad.journey.camunda.retry.RetriedWork;
import org.postroad.journey.camunda.retry.RetryJobs;
import org.postroad.journey.camunda.session.EnrolmentSession;

/** The start of a journey. The token leaves at once, or by a job if it could not leave when this was tried before. */
final class HoldingStartBehavior extends NoneStartEventActivityBehavior {

    @Override
    public void execute(ActivityExecution execution) {
        Optional<Throwable> failure = EnrolmentSession.current().heldAtStartBecauseOf();
        if (failure.isPresent()) {
            RetryJobs.schedule((ExecutionEntity) execution, RetriedWork.Kind.START, "", failure.get());
        } else {
            leave(execution);
        }
    }

    @Override
    public void signal(ActivityExecution execution, String signal, Object data) {
        leave(execution);
    }
}
