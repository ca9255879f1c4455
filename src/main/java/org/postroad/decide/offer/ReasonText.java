package org.postroad.decide.offer;

import java.util.Locale;
import java.util.Optional;
import org.postroad.decide.model.BaselineRule;
import org.postroad.decide.model.OfferModel;

/** The reason of a decision, in a sentence. */
final class ReasonText {

    private ReasonText() {}

    static String ofModel(OfferCandidate best) {
        return best.offer().isEmpty()
                ? "No offer is expected to earn more than it costs."
                : String.format(Locale.ROOT, "Expected to earn %.2f more than doing nothing.", best.gain());
    }

    static String ofRule(BaselineRule rule, Optional<OfferModel> model, boolean stopped) {
        String why = model.map(known -> "the model " + known.card().id()
                        + (stopped ? " has been stopped" : " has not proved better yet"))
                .orElse("there is no usable model");
        return "By the simple rule '%s', since %s.".formatted(rule.name(), why);
    }
}
