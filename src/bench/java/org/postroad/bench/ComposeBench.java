package org.postroad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroad.compose.Letter;
import org.postroad.compose.RenderingFixture;

/**
 * Letters written from facts in memory (words chosen, HTML rendered under guard, links signed, pixel set, text part made,
 * all looked over) against FreeMarker rendering the same HTML of ready words, each on one thread.
 */
class ComposeBench {

    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final int WARM = 40_000;

    @Test
    void compose() throws Exception {
        RenderingFixture room = new RenderingFixture();
        Letter letter = room.compose();
        assertThat(room.freeMarkerAlone()).hasSameSizeAs(letter.html());
        for (int written = 0; written < WARM; written++) {
            room.compose();
            room.freeMarkerAlone();
        }
        BenchResult benchResult = Rounds.of(9)
                .compare(
                        "compose",
                        "letters of " + letter.html().length() / 1024 + " KB written, against FreeMarker alone",
                        "1/s",
                        () -> lettersPerSecond(room::compose),
                        () -> lettersPerSecond(room::freeMarkerAlone));
        ResultTable.add(benchResult);
    }

    private interface Writing {
        Object write() throws Exception;
    }

    /** Keeps the compiler from leaving out what nobody reads. */
    private volatile @Nullable Object last;

    private double lettersPerSecond(Writing writing) throws Exception {
        long start = System.nanoTime();
        int written = 0;
        while (System.nanoTime() - start < ROUND_NANOS) {
            last = writing.write();
            written++;
        }
        return written * 1e9 / (System.nanoTime() - start);
    }
}
