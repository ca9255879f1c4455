package org.postroad.report.console;

import java.time.Period;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.Reentry;

/** Describes a journey's entry rule. */
public final class EntryWording {

    private final EntryRule rule;

    EntryWording(EntryRule rule) {
        this.rule = rule;
    }

    public String event() {
        return rule.eventType();
    }

    /** The expression of the audience; empty if customers enter on an event. */
    public String audience() {
        return rule.audience();
    }

    public boolean leaves() {
        return rule.leaves();
    }

    /** The expression as its author wrote it; empty if there is no condition. */
    public String condition() {
        return rule.condition().strip();
    }

    public String again() {
        if (rule.reentry() instanceof Reentry.After after) {
            return "again after " + words(after.period());
        }
        return rule.reentry() instanceof Reentry.Always ? "again at any time after leaving" : "only once";
    }

    public String holdout() {
        return rule.holdoutShare() == 0
                ? "no control group"
                : "%.0f %% go to the control group at random".formatted(100 * rule.holdoutShare());
    }

    private static String words(Period period) {
        return period.toTotalMonths() == 0 ? Format.plural(period.getDays(), "day") : period.toString();
    }
}
