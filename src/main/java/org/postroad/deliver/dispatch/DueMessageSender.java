package org.postroad.deliver.dispatch;

/** How the {@link OutboxDispatcher} sends: with many workers, or in a rehearsal batch by batch. */
interface DueMessageSender {

    /** Claims messages that are due, sends them, and returns how many were claimed. */
    int sendDue();
}
