package org.postroad.event;

import java.util.List;

/** What waits to be acted on. */
interface Inbox {

    /** The first that wait in some of these shards, in order. */
    List<Place> waiting(int[] shards, int atMost);

    /**
     * Lets the road act on those of them that still wait, in one transaction.
     *
     * @return how many acted; fewer if another node is at their shards
     */
    int act(List<Place> places);

    /** How many wait. */
    long size();

    /** Puts one away that the road cannot act on. */
    void setAside(Place place, String reason);
}
