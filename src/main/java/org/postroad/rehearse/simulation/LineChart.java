package org.postroad.rehearse.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One or more curves over the days, laid out for an SVG of {@link #WIDTH} by {@link #HEIGHT}. Public for the report's
 * template, which draws it.
 *
 * @param gridLines at round numbers, from zero up
 * @param dayTicks the days that are written below
 */
public record LineChart(String title, List<Curve> curves, List<Tick> gridLines, List<Tick> dayTicks) {

    static final int WIDTH = 560;
    static final int HEIGHT = 220;

    private static final int LEFT = 56;
    private static final int RIGHT = 26; // half of the last day's label
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int MOST_GRID_LINES = 4;
    private static final int MOST_DAY_TICKS = 8;

    /**
     * A curve.
     *
     * @param points as SVG's polyline wants them
     * @param last the value at the end
     */
    public record Curve(String name, String points, String last) {}

    /**
     * A labelled place on an axis.
     *
     * @param at the coordinate
     */
    public record Tick(String label, String at) {}

    /**
     * Values by day, the first day's first.
     *
     * @param values as many in each series
     */
    record Series(String name, double[] values) {}

    static LineChart of(String title, List<Series> series) {
        double largest = series.stream()
                .flatMapToDouble(each -> Arrays.stream(each.values()))
                .max()
                .orElse(0);
        double step = roundStep(largest);
        double top = Math.max(step, Math.ceil(largest / step) * step);
        int days = series.get(0).values().length;
        return new LineChart(
                title,
                series.stream().map(each -> curve(each, days, top)).toList(),
                gridLines(step, top),
                dayTicks(days));
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /** Where the drawing begins and ends. */
    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    /** Where the days are written. */
    public int baseline() {
        return HEIGHT - 8;
    }

    private static Curve curve(Series series, int days, double top) {
        StringBuilder points = new StringBuilder();
        for (int day = 1; day <= days; day++) {
            points.append(points.isEmpty() ? "" : " ")
                    .append(number(x(day, days)))
                    .append(',')
                    .append(number(y(series.values()[day - 1], top)));
        }
        return new Curve(series.name(), points.toString(), label(series.values()[days - 1], top));
    }

    private static List<Tick> gridLines(double step, double top) {
        List<Tick> lines = new ArrayList<>();
        for (int line = 0; line * step <= top + step / 2; line++) {
            lines.add(new Tick(label(line * step, top), number(y(line * step, top))));
        }
        return lines;
    }

    private static List<Tick> dayTicks(int days) {
        int every = Math.max(1, (int) roundUp((double) days / MOST_DAY_TICKS));
        return IntStream.rangeClosed(1, days)
                .filter(day -> day % every == 0 || days == 1)
                .mapToObj(day -> new Tick("day " + day, number(x(day, days))))
                .toList();
    }

    private static double x(int day, int days) {
        return days == 1 ? LEFT : LEFT + (double) (WIDTH - LEFT - RIGHT) * (day - 1) / (days - 1);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }

    /** 1, 2 or 5 times a power of ten, so that a few of them reach the largest value. */
    private static double roundStep(double largest) {
        return largest <= 0 ? 1 : roundUp(largest / MOST_GRID_LINES);
    }

    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static String label(double value, double top) {
        return String.format(Locale.ROOT, top < 10 ? "%,.1f" : "%,.0f", value);
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
