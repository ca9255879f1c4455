package org.postroad.compose.template;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks at the templates that run in their callers' threads every few milliseconds. Rests while none runs. */
final class TemplateWatch implements Runnable {

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int EMPTY_LOOKS_BEFORE_REST = 20;

    private final Set<TemplateRun> running = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this, "postroad-template-watch");
    private volatile boolean resting;
    private volatile boolean stopping;

    TemplateWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    void add(TemplateRun run) {
        running.add(run);
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    void remove(TemplateRun run) {
        running.remove(run);
    }

    @Override
    public void run() {
        int emptyLooks = 0;
        while (!stopping) {
            emptyLooks = running.isEmpty() ? emptyLooks + 1 : 0;
            running.forEach(TemplateRun::stopIfExceeding);
            if (emptyLooks < EMPTY_LOOKS_BEFORE_REST) {
                LockSupport.parkNanos(this, LOOK_EVERY);
            } else {
                rest();
            }
        }
    }

    /** Whoever adds a run after the second look at the set sees that this thread rests, and wakes it. */
    private void rest() {
        resting = true;
        if (running.isEmpty() && !stopping) {
            LockSupport.park(this);
        }
        resting = false;
    }

    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
