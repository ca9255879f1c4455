package org.postroad.report.figures;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Treated against control: what the journey changed. Who is in which group was drawn by lot at entry, and everybody
 * counts in the group that was drawn, mailed or not; so the difference is the journey's own doing.
 *
 * <p>Only walks whose window is over count: half a window would compare nothing. Each walk counts as one person; people
 * who came again within the window are rare enough to leave the intervals as they are.
 *
 * @param windowDays days after entry in which purchases count
 * @param underWay walks whose window is not over yet
 * @param purchaseRate difference in the share of purchasers; null while it cannot be told
 * @param revenuePerHead difference in revenue per person; null while it cannot be told
 * @param inWords what this means, carefully
 */
public record Lift(
        long windowDays,
        ExperimentGroup treated,
        ExperimentGroup control,
        long underWay,
        @Nullable GroupDifference purchaseRate,
        @Nullable GroupDifference revenuePerHead,
        String inWords) {

    /** How long after entry a purchase counts. */
    static final Duration WINDOW = Duration.ofDays(14);

    /** Below this many people in a group, a number says more about them than about the journey. */
    private static final long FEW_PEOPLE = 50;

    /** Below this many purchasers in all, one more or less turns the result. */
    private static final long FEW_PURCHASERS = 10;

    static Lift between(ExperimentGroup treated, ExperimentGroup control, long underWay) {
        boolean comparable = treated.people() > 1 && control.people() > 1;
        GroupDifference rate = comparable ? GroupDifference.ofShares(treated, control) : null;
        GroupDifference revenue = comparable ? GroupDifference.ofMeans(treated, control) : null;
        return new Lift(
                WINDOW.toDays(), treated, control, underWay, rate, revenue, words(treated, control, underWay, rate));
    }

    private static String words(
            ExperimentGroup treated, ExperimentGroup control, long underWay, @Nullable GroupDifference rate) {
        if (treated.people() + control.people() == 0) {
            return underWay == 0
                    ? "Nobody has entered yet."
                    : "The first comparison comes %d days after the first entry.".formatted(WINDOW.toDays());
        }
        if (rate == null) {
            return "One of the groups has fewer than two people whose %d days are over: there is nothing to compare yet."
                    .formatted(WINDOW.toDays());
        }
        return few(treated, control) ? tooFew(rate) : verdict(rate);
    }

    private static boolean few(ExperimentGroup treated, ExperimentGroup control) {
        return Math.min(treated.people(), control.people()) < FEW_PEOPLE
                || treated.purchasers() + control.purchasers() < FEW_PURCHASERS;
    }

    private static String tooFew(GroupDifference rate) {
        return "Too few people to conclude anything: a true difference anywhere between %s and %s percentage points fits these numbers."
                .formatted(points(rate.low()), points(rate.high()));
    }

    private static String verdict(GroupDifference rate) {
        if (rate.includesZero()) {
            return "No difference is shown: the interval from %s to %s percentage points includes zero. That does not prove that there is none."
                    .formatted(points(rate.low()), points(rate.high()));
        }
        return "%s people buy because of this journey: the true difference is likely between %s and %s percentage points."
                .formatted(rate.value() > 0 ? "More" : "Fewer", points(rate.low()), points(rate.high()));
    }

    private static String points(double share) {
        return "%+.1f".formatted(100 * share);
    }
}
