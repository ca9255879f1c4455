package org.postroad.predict.sendtime;

/**
 * A customer's rate of responses by slot of the week: everybody's times the customer's level times a relative risk, see
 * {@link SendTimeModel}.
 */
final class PersonalRates {

    private final SendTimeModel everybody;
    private final double level;
    private final double[] observedNear;
    private final double[] expectedNear;

    PersonalRates(MailCounts counts, SendTimeModel everybody, WeekKernel kernel) {
        this.everybody = everybody;
        this.level = Shrinkage.level(counts.known(), counts.expected());
        this.observedNear = kernel.smooth(counts.responsesBySlot());
        this.expectedNear = kernel.smooth(counts.expectedBySlot(level));
    }

    /** @param strength how many expected responses near a slot the prior counts as */
    double at(int slot, double strength) {
        return everybody.rate(slot) * level * (strength + observedNear[slot]) / (strength + expectedNear[slot]);
    }

    double[] bySlot(double strength) {
        double[] rates = new double[WeekSlots.A_WEEK];
        for (int slot = 0; slot < rates.length; slot++) {
            rates[slot] = at(slot, strength);
        }
        return rates;
    }
}
