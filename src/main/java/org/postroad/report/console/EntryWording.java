package org.postroad.report.console;

import java.time.Period;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.Reentry;

/** Says who enters a journey. */
public final class EntryWording {

    private final EntryRule rule;

    EntryWording(EntryRule rule) {
        this.rule = rule;
    }

    public String event() {
        return rule.eventType();
    }

    /** The expression of the audience; empty if an event lets people in. */
    public String audience() {
        return rule.audience();
    }

    public boolean leaves() {
        return rule.leaves();
    }

    /** The expression as its author wrote it; empty for always. */
    public String condition() {
        return rule.condition().strip();
    }

    public String again() {
        if (rule.reentry() instanceof Reentry.After after) {
            return "again after " + words(after.period());
        }
        return rule.reentry() instanceof Reentry.Always ? "again as soon as the last walk is over" : "only once";
    }

    public String holdout() {
        return rule.holdoutShare() == 0
                ? "no control group"
                : "%.0f %% are drawn into the control group".formatted(100 * rule.holdoutShare());
    }

    private static String words(Period period) {
        return period.toTotalMonths() == 0 ? Format.plural(period.getDays(), "day") : period.toString();
    }
}
