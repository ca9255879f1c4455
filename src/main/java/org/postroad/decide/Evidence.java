package org.postroad.decide;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision was made.
 *
 * @param candidates all actions that were considered, "nothing" included
 * @param features the feature vector of the chosen action by name; unknown values are absent
 * @param table name and version of the DMN table that judged eligibility; null if there was no offer to judge
 * @param model name and version of the model that scored; null if there was no usable model
 * @param chosenBy {@code model}, {@code rule}, {@code exploration} or {@code holdout}
 * @param reason one sentence for people
 */
public record Evidence(
        List<Candidate> candidates,
        Map<String, Float> features,
        @Nullable String table,
        @Nullable String model,
        String chosenBy,
        String reason) {

    /**
     * An action that was considered.
     *
     * @param action an offer's id, or {@link Decision#NOTHING}
     * @param ruleId the id of the DMN rule that decided on eligibility; null for "nothing"
     * @param rule the same rule in words, from the table's output {@code reason}
     * @param score the expected incremental margin in the shop's currency; null if not scored
     * @param probability the predicted probability of a purchase with this action; null if not scored
     * @param effect how much this action adds to the probability of a purchase with "nothing", calibrated and in order of depth;
     *     null if not scored
     * @param known whether the model knows the offer with the kind and value that it had: false if it is newer than the model or
     *     was changed since, so that the model may not choose it; null if not scored
     */
    public record Candidate(
            String action,
            boolean eligible,
            @Nullable String ruleId,
            @Nullable String rule,
            @Nullable Double score,
            @Nullable Double probability,
            @Nullable Double effect,
            @Nullable Boolean known) {}
}
