package org.postroad.report.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a journey: treated against control. Groups are assigned at random on entry, and everybody counts in the
 * group they were assigned to, mailed or not (intention to treat), so the difference is caused by the journey.
 *
 * <p>Only enrolments whose window is over count. Each counts as one person; people who enter twice within the window are
 * rare enough to leave the intervals as they are.
 *
 * @param windowDays days after entry in which purchases count
 * @param underWay enrolments whose window is not over yet
 * @param purchaseRate difference in the share of purchasers; null while a group has fewer than two people
 * @param revenuePerHead difference in revenue per person; null while a group has fewer than two people
 */
public record Lift(
        long windowDays,
        ExperimentGroup treated,
        ExperimentGroup control,
        long underWay,
        @Nullable GroupDifference purchaseRate,
        @Nullable GroupDifference revenuePerHead) {

    /** How long after entry a purchase counts. */
    static final Duration WINDOW = Duration.ofDays(14);

    /** Below this many people in a group, a number says more about them than about the journey. */
    private static final long FEW_PEOPLE = 50;

    /** Below this many purchasers in all, one more or less turns the result. */
    private static final long FEW_PURCHASERS = 10;

    static Lift between(ExperimentGroup treated, ExperimentGroup control, long underWay) {
        boolean comparable = treated.people() > 1 && control.people() > 1;
        return new Lift(
                WINDOW.toDays(),
                treated,
                control,
                underWay,
                comparable ? GroupDifference.ofShares(treated, control) : null,
                comparable ? GroupDifference.ofMeans(treated, control) : null);
    }

    /** The difference in purchase rates in a sentence that claims no more than the numbers show. */
    @JsonProperty
    public String inWords() {
        if (treated.people() + control.people() == 0) {
            return underWay == 0
                    ? "Nobody has entered yet."
                    : "The first comparison comes %d days after the first entry.".formatted(windowDays);
        }
        if (purchaseRate == null) {
            return "One of the groups has fewer than two people whose %d days are over: there is nothing to compare yet."
                    .formatted(windowDays);
        }
        return verdict(purchaseRate).formatted(points(purchaseRate.low()), points(purchaseRate.high()));
    }

    private String verdict(GroupDifference rate) {
        if (Math.min(treated.people(), control.people()) < FEW_PEOPLE
                || treated.purchasers() + control.purchasers() < FEW_PURCHASERS) {
            return "Too few people to conclude anything: a true difference anywhere between %s and %s percentage points fits these numbers.";
        }
        if (rate.includesZero()) {
            return "No difference is shown: the interval from %s to %s percentage points includes zero. That does not prove that there is none.";
        }
        return (rate.value() > 0 ? "More" : "Fewer")
                + " people buy because of this journey: the true difference is likely between %s and %s percentage points.";
    }

    private static String points(double share) {
        return "%+.1f".formatted(100 * share);
    }
}
