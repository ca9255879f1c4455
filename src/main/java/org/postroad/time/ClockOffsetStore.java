package org.postroad.time;

import java.time.Duration;

/** Stores how far the clock has been moved ahead, from one start to the next. Exists in local mode. */
public interface ClockOffsetStore {

    /** The offset after the last move; zero if there was none. */
    Duration load();

    /** Called at every move, before the work that falls due by it runs. */
    void save(Duration ahead);
}
