package org.postroad.catalog.imports;

import static org.postroad.catalog.imports.ImportProgress.grouped;

import java.util.concurrent.TimeUnit;
import org.postroad.event.EventBacklog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the road act on what was landed while the rest of the file is still read. If a server runs on the same database,
 * one of the two is always at it.
 */
final class BacklogDrainer implements AutoCloseable {

    private static final long REST_MILLIS = 50;
    private static final Logger log = LoggerFactory.getLogger(BacklogDrainer.class);

    private final EventBacklog backlog;
    private final Thread thread = new Thread(this::drainWhileReading, "postroad-import-follower");
    private volatile boolean fileIsRead;

    BacklogDrainer(EventBacklog backlog) {
        this.backlog = backlog;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the road has acted on all that waited. */
    void drainRest(ImportProgress importProgress) {
        close();
        if (backlog.size() > 0) {
            importProgress.println("Completing the profiles: %s events to go ...".formatted(grouped(backlog.size())));
        }
        while (backlog.size() > 0) {
            if (backlog.drain() == 0) {
                rest();
            }
        }
    }

    private void drainWhileReading() {
        try {
            while (!fileIsRead) {
                if (backlog.drain() == 0) {
                    rest();
                }
            }
        } catch (RuntimeException e) {
            log.debug("What was landed is acted on when the file is read, since now it failed", e);
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        fileIsRead = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
