package org.postroad.event;

/** The events that wait to be acted on. */
interface Inbox extends ShardQueue<Place> {

    /** How many wait. */
    long size();
}
