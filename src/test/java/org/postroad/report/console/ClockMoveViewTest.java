package org.postroad.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.time.ClockMove;
import org.postroad.time.ClockMove.State;

class ClockMoveViewTest {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void tellsWhatWasDoneSoFar() {
        ClockMoveView view = view(State.MOVING, Map.of("events", 1_312, "post-office", 1, "shop", 900));
        assertThat(view)
                .isEqualTo(new ClockMoveView(
                        true,
                        NOON.plusSeconds(21_600),
                        "Mon 23 Nov 2026, 18:00",
                        25,
                        "1,312 events and checks, 1 mail"));
    }

    @Test
    void tellsWhereItWasStopped() {
        assertThat(view(State.STOPPED, Map.of()).sentence())
                .isEqualTo("Stopped on the way to Tue 24 Nov 2026, 12:00: nothing yet");
    }

    @Test
    void tellsWhatToDoAboutAFailure() {
        assertThat(view(State.FAILED, Map.of("engine", 3)).sentence()).contains("failed", "log", "try it again");
    }

    private static ClockMoveView view(State state, Map<String, Integer> done) {
        return ClockMoveView.of(
                new ClockMove.Progress(NOON, NOON.plusSeconds(86_400), NOON.plusSeconds(21_600), state, done),
                new Format(NOON));
    }
}
