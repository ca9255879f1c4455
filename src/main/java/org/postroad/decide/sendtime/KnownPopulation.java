package org.postroad.decide.sendtime;

import java.time.Instant;
import org.postroad.predict.sendtime.SendTimeModel;

/**
 * What is known of when customers in general respond.
 *
 * @param customers from how many of them it was learned
 * @param learnedAt the beginning of time before anything was learned
 */
record KnownPopulation(SendTimeModel model, int customers, Instant learnedAt) {

    /** Before anything was learned. */
    static final KnownPopulation UNKNOWN = new KnownPopulation(SendTimeModel.prior(), 0, Instant.EPOCH);
}
