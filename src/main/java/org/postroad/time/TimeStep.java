package org.postroad.time;

import java.time.Duration;
import java.time.Instant;

/** Divides time into steps of equal length, so that what need not happen to the second happens together. */
public record TimeStep(Duration length) {

    /** The end of the step in which the moment lies; the moment itself if a step ends then. */
    public Instant endOf(Instant moment) {
        long seconds = length.toSeconds();
        long last = moment.getNano() == 0 ? moment.getEpochSecond() : moment.getEpochSecond() + 1;
        return Instant.ofEpochSecond(Math.floorDiv(last + seconds - 1, seconds) * seconds);
    }
}
