package org.postroad.time;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Makes ids for what is new: enrolments, decisions, messages, and events without an id. They grow with time, which keeps the
 * indexes of large tables compact.
 */
@FunctionalInterface
public interface Ids {

    /** By the system's time and chance (UUID version 7). */
    Ids RANDOM = UuidCreator::getTimeOrderedEpoch;

    UUID next();
}
