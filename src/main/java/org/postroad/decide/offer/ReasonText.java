package org.postroad.decide.offer;

import java.util.Locale;
import org.postroad.decide.model.BaselineRule;

/** The reason of a decision, in a sentence. */
final class ReasonText {

    private ReasonText() {}

    static String ofModel(OfferCandidate best) {
        return best.offer().isEmpty()
                ? "No offer is expected to earn more than it costs."
                : String.format(Locale.ROOT, "Expected to earn %.2f more than doing nothing.", best.gain());
    }

    /** @param obstacle why the model may not choose */
    static String ofRule(BaselineRule rule, String obstacle) {
        return "By the simple rule '%s', since %s.".formatted(rule.name(), obstacle);
    }
}
