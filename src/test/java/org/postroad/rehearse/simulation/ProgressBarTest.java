package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong now = new AtomicLong();
    private final ProgressBar bar = new ProgressBar(new PrintWriter(out), "", 10, now::get);

    @Test
    void tellsHowLongItWillStillTake() {
        bar.reached(Duration.ofHours(1));
        now.addAndGet(Duration.ofSeconds(40).toNanos());
        bar.reached(Duration.ofDays(2));
        assertThat(out).hasToString("\r[########                                ] day 2 of 10, 2 min 40 s left ");
    }

    @Test
    void showsEachDayOnce() {
        bar.reached(Duration.ofDays(10));
        bar.reached(Duration.ofDays(10).plusHours(1));
        assertThat(out.toString()).containsOnlyOnce("day 10 of 10").endsWith(System.lineSeparator());
    }
}
