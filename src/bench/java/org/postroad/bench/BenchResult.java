package org.postroad.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param id short and stable, such as {@code entries}
 * @param what what was done, in a few words
 * @param unit of value and baseline, such as {@code 1/s} or {@code ms}
 * @param value Postroad's median over the rounds
 * @param baseline the median of what it is compared with; null if the line stands for itself
 * @param ratio value by baseline
 * @param rounds how often each was measured, the warm-up left out
 * @param spread the largest minus the smallest of Postroad's rounds, by the median; 0.1 is ten per cent
 * @param target what must be reached; null if nothing was promised
 * @param met whether it was reached; null if nothing was promised
 */
public record BenchResult(
        String id,
        String what,
        String unit,
        double value,
        @Nullable Double baseline,
        @Nullable Double ratio,
        int rounds,
        double spread,
        @Nullable String target,
        @Nullable Boolean met) {

    BenchResult(
            String id,
            String what,
            String unit,
            double value,
            @Nullable Double baseline,
            @Nullable Double ratio,
            int rounds,
            double spread) {
        this(id, what, unit, value, baseline, ratio, rounds, spread, null, null);
    }

    /** The same line beside its target. */
    BenchResult judged() {
        Target promised = Target.of(id);
        return promised == null
                ? this
                : new BenchResult(
                        id,
                        what,
                        unit,
                        value,
                        baseline,
                        ratio,
                        rounds,
                        spread,
                        promised.toString(),
                        promised.isMetBy(this));
    }

    /** The same line with other words. */
    BenchResult described(String otherWords) {
        return new BenchResult(id, otherWords, unit, value, baseline, ratio, rounds, spread);
    }

    /** The same line beside a baseline that was measured before. */
    BenchResult against(double measuredBefore) {
        return new BenchResult(id, what, unit, value, measuredBefore, value / measuredBefore, rounds, spread);
    }
}
