package org.postroad.bench;

import java.util.concurrent.TimeUnit;

/** Waits between two looks. */
final class Pause {

    private Pause() {}

    static void ofMillis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
