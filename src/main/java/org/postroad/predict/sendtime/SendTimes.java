package org.postroad.predict.sendtime;

/**
 * What a mail is expected to bring, by the slot of the week in which it is sent. Kept in a byte a slot, since many customers are
 * remembered.
 */
public final class SendTimes {

    private static final int FINEST = 255;

    private final byte[] relative = new byte[WeekSlots.A_WEEK];
    private final int mails;
    private final int responses;

    SendTimes(double[] expected, int mails, int responses) {
        double best = 0;
        for (double each : expected) {
            best = Math.max(best, each);
        }
        for (int slot = 0; slot < expected.length; slot++) {
            relative[slot] = (byte) (best > 0 ? Math.round(FINEST * expected[slot] / best) : FINEST);
        }
        this.mails = mails;
        this.responses = responses;
    }

    /** In [0, 1], relative to the best slot of the week. */
    public double at(int slot) {
        return (relative[slot] & 0xff) / (double) FINEST;
    }

    /** The slot of the week in which to send; the first of equals. */
    public int best() {
        int best = 0;
        for (int slot = 1; slot < relative.length; slot++) {
            best = (relative[slot] & 0xff) > (relative[best] & 0xff) ? slot : best;
        }
        return best;
    }

    /** How many mails to the customer it rests on. */
    public int mails() {
        return mails;
    }

    /** How many of them were opened or clicked by a human within two days. */
    public int responses() {
        return responses;
    }
}
