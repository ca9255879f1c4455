package org.postroad.predict.sendtime;

/**
 * Smoothing around the week's circle: a Gaussian that is wrapped around it (Mardia and Jupp, "Directional Statistics", 2000,
 * section 3.5.7), in time of day, and a weight for the same time on other days. The weight of a slot on itself is 1, so that a
 * smoothed count is the number of events that lie near by.
 */
final class WeekKernel {

    private static final double REACH = 3;

    private final double[] weights;
    private final double otherKind;

    /**
     * @param minutes the Gaussian's standard deviation
     * @param otherKind weight of a day of the other kind: of the weekend for a workday, and the other way round
     */
    WeekKernel(double minutes, double otherKind) {
        double slots = minutes / WeekSlots.MINUTES;
        weights = new double[Math.min(WeekSlots.A_DAY / 2, (int) Math.ceil(REACH * slots)) + 1];
        for (int distance = 0; distance < weights.length; distance++) {
            weights[distance] = Math.exp(-distance * distance / (2 * slots * slots));
        }
        this.otherKind = otherKind;
    }

    private static int kind(int day) {
        return WeekSlots.isWeekend(day) ? 1 : 0;
    }

    /** @param counts by slot of the week; where they are rare it costs little */
    double[] smooth(double[] counts) {
        double[] inTime = new double[WeekSlots.A_WEEK];
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                spread(counts[slot], slot, inTime);
            }
        }
        double[] smoothed = new double[WeekSlots.A_WEEK];
        for (int time = 0; time < WeekSlots.A_DAY; time++) {
            double[] nearOnKind = new double[2];
            for (int day = 0; day < 7; day++) {
                nearOnKind[kind(day)] += inTime[day * WeekSlots.A_DAY + time];
            }
            for (int day = 0; day < 7; day++) {
                smoothed[day * WeekSlots.A_DAY + time] = nearOnKind[kind(day)] + otherKind * nearOnKind[1 - kind(day)];
            }
        }
        return smoothed;
    }

    private void spread(double count, int slot, double[] into) {
        into[slot] += count;
        for (int distance = 1; distance < weights.length; distance++) {
            double part = count * weights[distance];
            int after = slot + distance;
            int before = slot - distance;
            into[after < WeekSlots.A_WEEK ? after : after - WeekSlots.A_WEEK] += part;
            into[before >= 0 ? before : before + WeekSlots.A_WEEK] += part;
        }
    }
}
