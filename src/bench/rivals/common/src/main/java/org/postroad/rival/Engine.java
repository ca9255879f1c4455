package org.postroad.rival;

import java.nio.file.Path;
import java.util.List;

/** The few calls that a first implementation makes to a process engine, one customer at a time. */
public interface Engine {

    void deploy(List<Path> diagrams);

    /** Starts that journey for that customer, in a transaction of its own. */
    void start(String journey, String customer);

    /**
     * Tells each of the customer's process instances that waits for it that this happened, each in a transaction of its own.
     *
     * @return how many waited
     */
    int tell(String eventType, String customer);

    /** How many jobs and timers are due and not done. */
    long dueJobs();
}
