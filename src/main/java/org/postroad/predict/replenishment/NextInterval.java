package org.postroad.predict.replenishment;

/**
 * The distribution of the present interval, if the habit goes on: the logarithm of its days is Student-t distributed, and the
 * interval is longer than the silence so far.
 *
 * @param location of the logarithm
 * @param scale of the logarithm, positive
 * @param tail of the distribution of the standardised logarithm
 * @param silence days since the last purchase
 */
record NextInterval(double location, double scale, StudentTail tail, double silence) {

    /** Nobody is told a date that is further away. */
    private static final double LONGEST_DAYS = 36_500;

    /** Of a logarithm that lies in a range of at most about 20: right to a hundredth of a per cent. */
    private static final int HALVINGS = 18;

    /** The probability of no purchase for so long, at least 1e-300. */
    double survivalOfSilence() {
        return survival(silence);
    }

    /** The days from today until a purchase has been made with a probability; the habit goes on. */
    double remaining(double probability) {
        double target = (1 - probability) * survivalOfSilence();
        double low = Math.log(Math.max(silence, 1e-3));
        double high = Math.log(silence + LONGEST_DAYS);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (survivalOfLog(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(0, Math.exp((low + high) / 2) - silence);
    }

    /** The probability of a purchase within so many days from today; the habit goes on. */
    double probabilityWithin(double days) {
        return days <= 0 ? 0 : 1 - survival(silence + days) / survivalOfSilence();
    }

    private double survival(double days) {
        return days <= 0 ? 1 : survivalOfLog(Math.log(days));
    }

    private double survivalOfLog(double log) {
        return Math.max(1e-300, tail.above((log - location) / scale));
    }
}
