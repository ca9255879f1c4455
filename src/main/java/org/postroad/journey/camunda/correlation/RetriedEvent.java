package org.postroad.journey.camunda.correlation;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.postroad.journey.camunda.retry.RetriedWork;
import org.springframework.stereotype.Component;

/** Moves a token by an event that could not move it before; the details are a {@link PendingEvent}. */
@Component
final class RetriedEvent implements RetriedWork {

    private final EventCorrelation eventCorrelation;

    RetriedEvent(EventCorrelation eventCorrelation) {
        this.eventCorrelation = eventCorrelation;
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public void retry(ExecutionEntity execution, String details) {
        eventCorrelation.retry(PendingEvent.parse(details));
    }
}
