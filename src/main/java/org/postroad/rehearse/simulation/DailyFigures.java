package org.postroad.rehearse.simulation;

/**
 * A journey's figures at the end of a day.
 *
 * @param day since the simulation's start, the first is 1
 * @param inside open enrolments
 * @param mails sent on this day
 * @param mailedPeople who have entered and are not held out
 * @param mailedRevenue what they have bought since they entered
 */
record DailyFigures(
        int day,
        double inside,
        double mails,
        double mailedPeople,
        double heldOutPeople,
        double mailedRevenue,
        double heldOutRevenue) {

    double mailedRevenuePerHead() {
        return mailedPeople == 0 ? 0 : mailedRevenue / mailedPeople;
    }

    double heldOutRevenuePerHead() {
        return heldOutPeople == 0 ? 0 : heldOutRevenue / heldOutPeople;
    }
}
