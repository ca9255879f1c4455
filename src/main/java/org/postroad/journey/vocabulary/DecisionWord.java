package org.postroad.journey.vocabulary;

import java.util.Optional;
import org.postroad.decide.Decision;

/** {@code decision}: what the last "Next best action" of this walk chose; nothing, before there was one. */
@ExpressionDoc("What the last \"Next best action\" of this walk chose.")
public final class DecisionWord implements Word {

    private static final String NOTHING = "nothing";

    private final Optional<Decision> decision;

    DecisionWord(Optional<Decision> decision) {
        this.decision = decision;
    }

    @ExpressionDoc(value = "The id of the offer, or nothing.", example = "${decision.action == 'free-shipping'}")
    public String action() {
        return decision.map(Decision::action).orElse(NOTHING);
    }

    @ExpressionDoc("Whether it chose an offer.")
    public boolean hasOffer() {
        return !action().equals(NOTHING);
    }
}
