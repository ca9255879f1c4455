package org.postroad.event;

/** The events that no handler has processed yet, for a caller that cannot wait for the background: a command, a first start. */
public interface EventBacklog {

    /**
     * Processes what waits, here and now, until nothing is left that no other thread or node has locked.
     *
     * @return how many pieces of work were done; 0 if others are at all of it
     */
    int drain();

    /** How many events wait. */
    long size();
}
