package org.postroad.catalog.imports;

import static org.postroad.catalog.imports.ImportProgress.grouped;

import java.util.concurrent.TimeUnit;
import org.postroad.event.EventBacklog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes imported events while the rest of the file is still read. If a server runs on the same database, both process
 * them; shard locks keep them apart.
 */
final class BacklogDrainer implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;
    private static final Logger log = LoggerFactory.getLogger(BacklogDrainer.class);

    private final EventBacklog backlog;
    private final Thread thread = new Thread(this::drainWhileReading, "postroad-import-drainer");
    private volatile boolean fileIsRead;

    BacklogDrainer(EventBacklog backlog) {
        this.backlog = backlog;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when no event waits any more. */
    void drainRest(ImportProgress progress) {
        close();
        if (backlog.size() > 0) {
            progress.println("Completing the profiles: %s events to go ...".formatted(grouped(backlog.size())));
        }
        while (backlog.size() > 0) {
            if (backlog.drain() == 0) {
                pause();
            }
        }
    }

    private void drainWhileReading() {
        try {
            while (!fileIsRead) {
                if (backlog.drain() == 0) {
                    pause();
                }
            }
        } catch (RuntimeException e) {
            log.debug("Processing failed; it goes on when the file is read", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
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
