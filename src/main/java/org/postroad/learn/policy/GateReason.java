package org.postroad.learn.policy;

import java.util.Locale;

/** The gate's verdict in a sentence: what it compared, on how much, how sure, and what would change its mind. */
record GateReason(int decisions, String rule, Estimate gain, double bound, Look look, double unsupported) {

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: over %,d decisions for %,d customers its choices are estimated to earn %.2f a decision more than '%s', and"
                        + " with %.2f %% confidence (look %d at growing data) %s %.2f%s; %s.",
                bound > 0 ? "The model acts" : "The model only watches",
                decisions,
                gain.customers(),
                gain.value(),
                rule,
                100 * (1 - look.alpha()),
                look.number(),
                bound > 0 ? "at least" : "it may be",
                bound,
                unsupported == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (in %.1f %% it would choose what was hardly ever tried, and the rule decides)",
                                100 * unsupported),
                change());
    }

    private String change() {
        if (bound > 0) {
            return String.format(
                    Locale.ROOT, "it stops if the bound falls to 0 at the next look, from %,d decisions", look.next());
        }
        if (gain.value() <= 0) {
            return String.format(
                    Locale.ROOT, "it needs choices that earn more; the next look is at %,d decisions", look.next());
        }
        double ratio = (gain.value() - bound) / gain.value();
        return Double.isFinite(ratio)
                ? String.format(
                        Locale.ROOT,
                        "if the gain is real, about %,.0f decisions would show it; the next look is at %,d",
                        Math.max(ratio * ratio * decisions, look.next()),
                        look.next())
                : String.format(Locale.ROOT, "the next look is at %,d decisions", look.next());
    }
}
