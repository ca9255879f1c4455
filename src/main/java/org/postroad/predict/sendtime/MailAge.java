package org.postroad.predict.sendtime;

import java.util.Arrays;

/**
 * How the chance of a response fades while a mail waits: the hazard by age, relative to the first hour, constant within
 * stretches of time.
 */
final class MailAge {

    /** After two days a mail is not waited for any more. */
    static final int SLOTS = 2 * WeekSlots.A_DAY;

    /** In slots: 15, 30 and 60 minutes, then 1.5, 3, 6, 12, 24 and 48 hours. */
    private static final int[] ENDS = {1, 2, 4, 6, 12, 24, 48, 96, SLOTS};

    static final int STRETCHES = ENDS.length;

    private static final double[] TYPICAL = {1, 1, 1, 0.95, 0.85, 0.75, 0.6, 0.5, 0.2};
    private static final int[] STRETCH = stretches();

    /** By stretch. */
    private final double[] hazards;

    MailAge(double[] hazards) {
        this.hazards = hazards;
    }

    /** What is assumed before there are data. */
    static MailAge typical() {
        return new MailAge(TYPICAL);
    }

    static int stretchOf(int age) {
        return STRETCH[age];
    }

    /** @param age in slots, below {@link #SLOTS} */
    double at(int age) {
        return hazards[STRETCH[age]];
    }

    /** As {@link #at} for a mail that was sent at any moment of its first slot: on average it waits for half of that. */
    double whileWaiting(int age) {
        return shareOfSlot(age) * at(age);
    }

    static double shareOfSlot(int age) {
        return age == 0 ? 0.5 : 1;
    }

    double ofStretch(int stretch) {
        return hazards[stretch];
    }

    /**
     * The expected number of responses to a mail that is sent at the beginning of each slot.
     *
     * @param rates responses per waiting mail, by slot of the week
     */
    double[] sumAhead(double[] rates) {
        double[] until = new double[2 * WeekSlots.A_WEEK + 1];
        for (int slot = 0; slot < 2 * WeekSlots.A_WEEK; slot++) {
            until[slot + 1] = until[slot] + rates[slot % WeekSlots.A_WEEK];
        }
        double[] sums = new double[WeekSlots.A_WEEK];
        for (int slot = 0; slot < sums.length; slot++) {
            int from = slot;
            for (int stretch = 0; stretch < ENDS.length; stretch++) {
                sums[slot] += hazards[stretch] * (until[slot + ENDS[stretch]] - until[from]);
                from = slot + ENDS[stretch];
            }
        }
        return sums;
    }

    /**
     * Responses over expected ones by stretch, the nearest that never grow: a mail only sinks in the inbox. By pooling adjacent
     * violators (Barlow and others, "Statistical Inference under Order Restrictions", 1972).
     */
    static MailAge fading(double[] responses, double[] expected) {
        double[] pooled = responses.clone();
        double[] weights = expected.clone();
        int[] sizes = new int[pooled.length];
        int pools = 0;
        for (int stretch = 0; stretch < responses.length; stretch++, pools++) {
            pooled[pools] = responses[stretch];
            weights[pools] = expected[stretch];
            sizes[pools] = 1;
            while (pools > 0 && pooled[pools] * weights[pools - 1] > pooled[pools - 1] * weights[pools]) {
                pools--;
                pooled[pools] += pooled[pools + 1];
                weights[pools] += weights[pools + 1];
                sizes[pools] += sizes[pools + 1];
            }
        }
        double[] fading = new double[responses.length];
        for (int pool = 0, stretch = 0; pool < pools; stretch += sizes[pool++]) {
            Arrays.fill(fading, stretch, stretch + sizes[pool], pooled[pool] / weights[pool]);
        }
        return new MailAge(fading);
    }

    private static int[] stretches() {
        int[] stretch = new int[SLOTS];
        for (int age = 0, current = 0; age < SLOTS; age++) {
            current += age == ENDS[current] ? 1 : 0;
            stretch[age] = current;
        }
        return stretch;
    }
}
