package org.postroad.deliver;

import java.time.Duration;

/**
 * Where a mail stands among the others that its customer could get.
 *
 * @param rank of several that wait for one customer, the highest goes first
 * @param skipped what happens to it when another goes first: it is not sent at all, or else waits until the gap is over
 * @param gap the least time between a commercial mail before it and this one
 */
public record Precedence(int rank, boolean skipped, Duration gap) {

    /** Goes whenever it is due. */
    public static final Precedence AT_ANY_TIME = new Precedence(0, false, Duration.ZERO);

    public boolean mayYield() {
        return skipped || !gap.isZero();
    }
}
