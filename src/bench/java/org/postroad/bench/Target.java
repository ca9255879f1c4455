package org.postroad.bench;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the table must reach.
 *
 * @param limit the value, or the ratio, that must be reached
 * @param ofRatio whether the ratio is meant instead of the value
 * @param atMost whether more is worse
 */
record Target(double limit, boolean ofRatio, boolean atMost) {

    private static final Map<String, Target> BY_ID = Map.ofEntries(
            Map.entry("shop-day", atMost(2)),
            Map.entry("simulate", atLeast(4_000)),
            Map.entry("simulate-differs", atMost(0)),
            Map.entry("entries-all", ratio(6)),
            Map.entry("entries-all-flowable", ratio(4)),
            Map.entry("entries-all-operaton", ratio(4)),
            Map.entry("moves-all", ratio(6)),
            Map.entry("moves-all-flowable", ratio(4)),
            Map.entry("moves-all-operaton", ratio(4)),
            Map.entry("moves-million", ratio(0.85)),
            Map.entry("event-to-send", atMost(100)),
            Map.entry("timers", atMost(2_000)),
            Map.entry("timers-first", atMost(2_000)),
            Map.entry("compose", ratio(0.5)),
            Map.entry("decision", atMost(5)),
            Map.entry("send-times", atMost(60)),
            Map.entry("idle", atMost(5)),
            Map.entry("idle-connections", atMost(5)),
            Map.entry("statements-event", atMost(12)),
            Map.entry("statements-event-move", atMost(12)),
            Map.entry("statements-event-500", atMost(2)),
            Map.entry("statements-mail", atMost(8)));

    private static Target atLeast(double value) {
        return new Target(value, false, false);
    }

    private static Target atMost(double value) {
        return new Target(value, false, true);
    }

    private static Target ratio(double ratio) {
        return new Target(ratio, true, false);
    }

    /** Null if nothing was promised. */
    static @Nullable Target of(String id) {
        return BY_ID.get(id);
    }

    boolean isMetBy(BenchResult line) {
        double reached = ofRatio ? (line.ratio() == null ? Double.NaN : line.ratio()) : line.value();
        return atMost ? reached <= limit : reached >= limit;
    }

    /** Such as {@code ratio >= 6}. */
    @Override
    public String toString() {
        return (ofRatio ? "ratio " : "")
                + (atMost ? "<= " : ">= ")
                + String.format(Locale.ROOT, limit < 1 && limit > 0 ? "%.2f" : "%,.0f", limit);
    }
}
