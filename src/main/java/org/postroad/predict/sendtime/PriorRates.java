package org.postroad.predict.sendtime;

/** Everybody's rates before there are data. */
final class PriorRates {

    /** A mail in twenty brings a response in the first day. */
    private static final double BASE = 0.05 / WeekSlots.A_DAY;

    private static final double AT_NIGHT = 0.25;
    private static final int NIGHT_ENDS = 7 * 60 / WeekSlots.MINUTES;
    private static final int NIGHT_BEGINS = 22 * 60 / WeekSlots.MINUTES;

    /** Such that the best moment to send is ten in the morning. */
    private static final double MODE_MINUTE = 10 * 60 + 55;

    private static final double SPREAD_MINUTES = 20;
    private static final double HEIGHT = 5;

    private PriorRates() {}

    static double[] bySlot() {
        double[] rates = new double[WeekSlots.A_WEEK];
        for (int slot = 0; slot < rates.length; slot++) {
            int time = slot % WeekSlots.A_DAY;
            boolean night = time < NIGHT_ENDS || time >= NIGHT_BEGINS;
            double distance = ((time + 0.5) * WeekSlots.MINUTES - MODE_MINUTE) / SPREAD_MINUTES;
            rates[slot] = BASE * ((night ? AT_NIGHT : 1) + HEIGHT * Math.exp(-distance * distance / 2));
        }
        return rates;
    }
}
