package org.postroad.event;

import java.util.List;

/** What waits to be acted on, by sequence number. */
interface Inbox {

    /** The first that wait, in order. */
    List<Long> waiting(int atMost);

    /**
     * Lets the road act on those of them that still wait, in one transaction.
     *
     * @return how many acted; none if another node is at it
     */
    int act(List<Long> seqs);

    /** How many wait. */
    long size();

    /** Puts one away that the road cannot act on. */
    void setAside(long seq, String reason);
}
