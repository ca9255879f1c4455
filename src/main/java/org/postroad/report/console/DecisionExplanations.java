package org.postroad.report.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.Decisions;
import org.postroad.decide.Evidence;
import org.springframework.stereotype.Component;

/** Prepares decisions for display: candidates with their names, and the model's strongest contributions. */
@Component
class DecisionExplanations {

    private static final int MOST_CONTRIBUTIONS = 8;
    private static final String BIAS = "bias";

    private final Decisions decisions;
    private final Catalog catalog;

    DecisionExplanations(Decisions decisions, Catalog catalog) {
        this.decisions = decisions;
        this.catalog = catalog;
    }

    Optional<DecisionExplanation> of(UUID decisionId) {
        return decisions.find(decisionId).map(this::explain);
    }

    private DecisionExplanation explain(Decision decision) {
        String chosen = decision.offer().map(Offer::id).orElse(Decision.NOTHING);
        List<CandidateRow> candidates = decision.evidence().candidates().stream()
                .map(candidate -> new CandidateRow(
                        candidate, name(candidate.action()), candidate.action().equals(chosen)))
                .toList();
        return new DecisionExplanation(decision, candidates, contributions(decision));
    }

    private String name(String action) {
        return action.equals(Decision.NOTHING)
                ? "Nothing"
                : catalog.offer(action).map(Offer::name).orElse(action);
    }

    private List<ContributionBar> contributions(Decision decision) {
        Map<String, Double> contributions = decisions.contributions(decision);
        double strongest = contributions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BIAS))
                .mapToDouble(entry -> Math.abs(entry.getValue()))
                .max()
                .orElse(0);
        return contributions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BIAS) && Math.abs(entry.getValue()) > strongest / 100)
                .limit(MOST_CONTRIBUTIONS)
                .map(entry -> new ContributionBar(
                        entry.getKey(), decision.evidence().features().get(entry.getKey()), entry.getValue(), (int)
                                Math.round(100 * Math.abs(entry.getValue()) / strongest)))
                .toList();
    }

    /** A decision with its candidates in the order considered, and the strongest contributions first. */
    public record DecisionExplanation(
            Decision decision, List<CandidateRow> candidates, List<ContributionBar> contributions) {

        public Evidence evidence() {
            return decision.evidence();
        }
    }

    /** A candidate and the name to display. */
    public record CandidateRow(Evidence.Candidate candidate, String name, boolean chosen) {}

    /**
     * How far a feature moved the model's prediction.
     *
     * @param value of the feature; null if it was missing
     * @param by contribution in log-odds
     * @param percentOfStrongest length of its bar, 0 to 100
     */
    public record ContributionBar(String feature, @Nullable Float value, double by, int percentOfStrongest) {}
}
