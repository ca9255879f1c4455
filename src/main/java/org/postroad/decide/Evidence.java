package org.postroad.decide;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision was made.
 *
 * @param candidates all that was considered, "nothing" included
 * @param features the vector by name; missing values are absent
 * @param model name and version of the model that scored; null if a rule decided
 * @param chosenBy {@code model}, {@code rule}, {@code exploration} or {@code holdout}
 */
public record Evidence(
        List<Candidate> candidates,
        Map<String, Float> features,
        @Nullable String model,
        String chosenBy,
        String reason) {

    /**
     * One thing that could have been done.
     *
     * @param action an offer's id, or {@code nothing}
     * @param rule the DMN rule that decided on eligibility, in the marketer's words
     * @param score expected incremental margin in the shop's currency; null if not scored
     * @param probability of a purchase with this action; null if not scored
     */
    public record Candidate(
            String action,
            boolean eligible,
            @Nullable String rule,
            @Nullable Double score,
            @Nullable Double probability) {}
}
