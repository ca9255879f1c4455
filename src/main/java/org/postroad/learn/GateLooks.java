package org.postroad.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.tree.ModelRefused;
import org.postroad.learn.policy.Look;

/**
 * The gate's looks at the evidence, as the published card keeps them among its parameters. A training whose look does not count
 * can end a model's acting, which costs no error, but not begin it.
 *
 * @param last the published card; null if there is none that can be read, so that looks begin anew
 */
record GateLooks(@Nullable ModelCard last) {

    private static final String NUMBER = "gate_look";
    private static final String DECISIONS = "gate_look_decisions";

    /** The looks up to the card in a folder. */
    static GateLooks after(Path folder) {
        Path card = folder.resolve(OfferModel.CARD);
        try {
            return new GateLooks(Files.exists(card) ? ModelCard.read(card) : null);
        } catch (ModelRefused unreadable) {
            return new GateLooks(null);
        }
    }

    /**
     * The verdict on a newly trained model.
     *
     * @param parameters of the new card, to which the look is added
     */
    Gate gate(List<Prediction> predictions, Map<String, Object> parameters) {
        Look before = look();
        Optional<Look> next = Look.after(before, predictions.size());
        Look look = next.orElseGet(() -> Objects.requireNonNull(before));
        keep(look, parameters);
        Gate found = new OfferGate(predictions).gate(look);
        return next.isEmpty() && found.act() && !actedBefore() ? untilNext(look, found) : found;
    }

    /** Since when models have acted without a break, if one that is published now acts. */
    Instant actingSince(Instant now) {
        return last != null && actedBefore() ? last.actsSince().orElse(last.trainedAt()) : now;
    }

    private boolean actedBefore() {
        return last != null && last.gate().act();
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

    private static void keep(Look look, Map<String, Object> parameters) {
        parameters.put(NUMBER, look.number());
        parameters.put(DECISIONS, look.decisions());
    }

    private @Nullable Look look() {
        return last != null
                        && last.parameters().get(NUMBER) instanceof Number number
                        && last.parameters().get(DECISIONS) instanceof Number decisions
                ? new Look(number.intValue(), decisions.longValue())
                : null;
    }
}
