package org.postroad.event.inbox;

import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.store.InboxEntry;

/** The events that wait to be acted on. */
public interface Inbox extends ShardedQueue<InboxEntry> {

    /** How many wait. */
    long size();
}
