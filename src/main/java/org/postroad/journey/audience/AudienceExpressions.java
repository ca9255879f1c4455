package org.postroad.journey.audience;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    public Set<String> membersAmong(Collection<String> customerIds, String expression) {
        return engine.inSegment(customerIds, expression);
    }
}
