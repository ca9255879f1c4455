package org.postroad.event;

/** The events on which the road has not acted yet, for who cannot wait for the background: a command, a first start. */
public interface EventBacklog {

    /** Acts on what waits, here and now, and returns how much that was; nothing if another thread or node is at it. */
    int drain();

    /** How many events wait. */
    long size();
}
