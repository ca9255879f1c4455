package org.postroad.journey;

import java.util.Optional;
import org.postroad.decide.Decision;

/** {@code decision}: what the last "Next best action" of this walk chose; nothing, before there was one. */
public final class DecisionWord implements Word {

    private static final String NOTHING = "nothing";

    private final Optional<Decision> decision;

    DecisionWord(Optional<Decision> decision) {
        this.decision = decision;
    }

    /** The offer's id, or {@code nothing}. */
    public String action() {
        return decision.map(Decision::action).orElse(NOTHING);
    }

    public boolean hasOffer() {
        return !action().equals(NOTHING);
    }
}
