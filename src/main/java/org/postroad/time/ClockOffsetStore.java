package org.postroad.time;

import java.time.Duration;

/** Remembers, from one start to the next, how far the clock has been moved ahead. Local mode has one. */
public interface ClockOffsetStore {

    /** How far the clock ran ahead when it was last moved. */
    Duration load();

    /** Called at every move, before the work of the new time runs. */
    void save(Duration ahead);
}
