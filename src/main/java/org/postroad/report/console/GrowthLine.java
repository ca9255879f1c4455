package org.postroad.report.console;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postroad.segment.SegmentReport.Day;

/** How a number of customers grew, as a line. Its foot is zero; time runs evenly. */
public final class GrowthLine {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;

    private final List<Day> days;

    GrowthLine(List<Day> days) {
        this.days = List.copyOf(days);
    }

    /** Whether there are two days to draw a line between. */
    public boolean isDrawn() {
        return days.size() > 1;
    }

    /** The points of an SVG polyline, from the upper left corner. */
    public String points() {
        long all = ChronoUnit.DAYS.between(
                days.get(0).day(), days.get(days.size() - 1).day());
        long most = Math.max(1, days.stream().mapToLong(Day::customers).max().orElse(1));
        return days.stream()
                .map(day -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        (double) WIDTH * ChronoUnit.DAYS.between(days.get(0).day(), day.day()) / Math.max(1, all),
                        HEIGHT - (double) HEIGHT * day.customers() / most))
                .collect(Collectors.joining(" "));
    }

    /** How many more there are than a month ago, or on the first day that is known since. */
    public long inAMonth() {
        if (days.isEmpty()) {
            return 0;
        }
        Day last = days.get(days.size() - 1);
        Day before = days.stream()
                .filter(day -> !day.day().isBefore(last.day().minusDays(30)))
                .findFirst()
                .orElse(last);
        return last.customers() - before.customers();
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
