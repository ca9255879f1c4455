package org.postroad.rehearse.simulation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** One line that shows how far a simulation is, and how long it will still take. Measures the machine's time. */
final class ProgressBar {

    private static final int LENGTH = 40;

    private final PrintWriter out;
    private final String name;
    private final int days;
    private final LongSupplier nanoTime;
    private OptionalLong began = OptionalLong.empty();
    private long shown;

    /** @param name what runs, if it is not the only run; else empty */
    ProgressBar(PrintWriter out, String name, int days, LongSupplier nanoTime) {
        this.out = out;
        this.name = name.isEmpty() ? "" : name + " ";
        this.days = days;
        this.nanoTime = nanoTime;
    }

    /** Shows a day when it is over, once. Time counts from the first call: telling the past is not part of the days. */
    void reached(Duration simulated) {
        began = began.isPresent() ? began : OptionalLong.of(nanoTime.getAsLong());
        long day = simulated.toDays();
        if (day > shown) {
            shown = day;
            int done = (int) (LENGTH * day / days);
            out.print("\r%s[%s%s] day %d of %d%s"
                    .formatted(name, "#".repeat(done), " ".repeat(LENGTH - done), day, days, timeLeft(day)));
            out.print(day == days ? System.lineSeparator() : "");
            out.flush();
        }
    }

    private String timeLeft(long day) {
        if (day == days) {
            return " ".repeat(20);
        }
        Duration left = Duration.ofNanos((nanoTime.getAsLong() - began.orElseThrow()) / day * (days - day));
        return left.toMinutes() > 0
                ? ", %d min %02d s left ".formatted(left.toMinutes(), left.toSecondsPart())
                : ", %d s left       ".formatted(left.toSeconds());
    }
}
