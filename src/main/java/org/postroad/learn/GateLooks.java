package org.postroad.learn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.model.GateHistory.LastLook;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.learn.policy.Look;

/**
 * The gate's looks at the evidence of this installation. A training whose look does not count can end a model's acting, which
 * costs no error, but not begin it.
 *
 * @param last null if the gate has never looked, so that looks begin anew
 */
record GateLooks(@Nullable LastLook last) {

    /**
     * The verdict on a newly trained model.
     *
     * @param look the last that counted, this one included
     */
    record Verdict(Gate gate, Look look) {}

    Verdict judge(List<Prediction> predictions) {
        Look before = last == null ? null : new Look(last.look(), last.decisions());
        Optional<Look> next = Look.after(before, predictions.size());
        Look look = next.orElseGet(() -> Objects.requireNonNull(before));
        Gate found = new OfferGate(predictions).gate(look);
        return new Verdict(next.isEmpty() && found.act() && !actedBefore() ? untilNext(look, found) : found, look);
    }

    /** What is to be kept until the next training. */
    LastLook after(Verdict verdict, String version, Instant now) {
        Instant since = last != null && last.actingSince() != null ? last.actingSince() : now;
        return new LastLook(
                version,
                verdict.look().number(),
                verdict.look().decisions(),
                verdict.gate().act() ? since : null);
    }

    private boolean actedBefore() {
        return last != null && last.actingSince() != null;
    }

    private static Gate untilNext(Look look, Gate found) {
        return new Gate(
                false,
                found.rule(),
                found.gain(),
                found.lowerBound(),
                found.confidence(),
                found.policies(),
                String.format(
                        Locale.ROOT,
                        "The model only watches until the evidence is looked at again, with %,d decisions. So far: %s",
                        look.next(),
                        found.reason()));
    }
}
