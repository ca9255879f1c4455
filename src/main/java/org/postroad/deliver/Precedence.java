package org.postroad.deliver;

import java.time.Duration;

/**
 * The precedence of a message among other messages to the same customer.
 *
 * @param rank of several messages that wait for one customer, the highest is sent first
 * @param skipped whether it is skipped when another takes precedence, instead of waiting until the gap is over
 * @param gap the least time between the last commercial message and this one
 */
public record Precedence(int rank, boolean skipped, Duration gap) {

    /** Never held: sent when it is due. */
    public static final Precedence AT_ANY_TIME = new Precedence(0, false, Duration.ZERO);

    public boolean mayYield() {
        return skipped || !gap.isZero();
    }
}
