package org.postroad.event;

import java.time.Instant;
import java.util.List;

/**
 * The events that the road could not act on. They stop nobody: the customer's later events have acted meanwhile. Once
 * the reason is mended they can be tried again, and then act late.
 */
public interface DeadLetters {

    /** The latest, newest first. */
    List<DeadLetter> latest(int atMost);

    /** Lets all of them wait for the road again, and returns how many. */
    int retryAll();

    /** An event that was set aside, and why. */
    record DeadLetter(String id, String customerId, String type, Instant occurredAt, String reason) {}
}
