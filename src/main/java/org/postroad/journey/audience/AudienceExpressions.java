package org.postroad.journey.audience;

import java.util.List;
import org.postroad.journey.JourneyEngine;
import org.postroad.segment.SegmentExpressions;
import org.springframework.stereotype.Component;

/** Evaluates the rules of named segments as audiences are. */
@Component
record AudienceExpressions(JourneyEngine engine) implements SegmentExpressions {

    @Override
    public List<String> faultsIn(String expression) {
        return engine.faultsIn(expression);
    }

    @Override
    public boolean holds(String customerId, String expression) {
        return !engine.inSegment(List.of(customerId), expression).isEmpty();
    }
}
