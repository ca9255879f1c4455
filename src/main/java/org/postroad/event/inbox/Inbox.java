package org.postroad.event.inbox;

import org.postroad.event.shard.ShardQueue;
import org.postroad.event.store.Place;


/** The events that wait to be acted on. */
public interface Inbox extends ShardQueue<Place> {

    /** How many wait. */
    long size();
}
