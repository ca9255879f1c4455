package org.postroad.journey.vocabulary;

import java.util.Optional;
import org.postroad.decide.Decision;

/** {@code decision}: the latest "Next best action" of an enrolment; chose nothing as long as there is none. */
@ExpressionDoc("The latest \"Next best action\" of this enrolment.")
public final class DecisionWord implements Word {

    private static final String NOTHING = "nothing";

    private final Optional<Decision> decision;

    DecisionWord(Optional<Decision> decision) {
        this.decision = decision;
    }

    @ExpressionDoc(value = "The offer's id, or 'nothing'.", example = "${decision.action == 'free-shipping'}")
    public String action() {
        return decision.map(Decision::action).orElse(NOTHING);
    }

    @ExpressionDoc("Whether it chose an offer.")
    public boolean hasOffer() {
        return !action().equals(NOTHING);
    }
}
