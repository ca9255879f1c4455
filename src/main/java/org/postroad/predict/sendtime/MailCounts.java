package org.postroad.predict.sendtime;

import java.util.List;

/** A customer's mails, counted by slot of the week: responses, and those that everybody would have given. */
final class MailCounts {

    private final double[] responses = new double[WeekSlots.A_WEEK];
    private final double[] expectedOfKnown = new double[WeekSlots.A_WEEK];
    private final SendTimeModel everybody;
    private double expected;
    private int mails;
    private int known;
    private int unknown;

    private MailCounts(SendTimeModel everybody) {
        this.everybody = everybody;
    }

    static MailCounts of(List<MailTrace> mails, SendTimeModel everybody) {
        MailCounts counts = new MailCounts(everybody);
        mails.forEach(counts::add);
        return counts;
    }

    private void add(MailTrace mail) {
        mails++;
        if (mail.responded()) {
            responses[mail.last()]++;
        }
        if (!mail.sendKnown()) {
            unknown++;
            return;
        }
        known += mail.responded() ? 1 : 0;
        for (int waited = 0, slot = mail.first(); waited <= mail.slots(); waited++) {
            double part = everybody.age().whileWaiting(waited) * everybody.rate(slot);
            expectedOfKnown[slot] += part;
            expected += part;
            slot = slot + 1 == WeekSlots.A_WEEK ? 0 : slot + 1;
        }
    }

    /** A response of which the sending is not known is expected when everybody responds. */
    double[] expectedBySlot(double level) {
        double[] bySlot = new double[WeekSlots.A_WEEK];
        for (int slot = 0; slot < bySlot.length; slot++) {
            bySlot[slot] = level * expectedOfKnown[slot] + unknown * everybody.rate(slot) / everybody.totalRate();
        }
        return bySlot;
    }

    double[] responsesBySlot() {
        return responses;
    }

    int mails() {
        return mails;
    }

    int responses() {
        return known + unknown;
    }

    /** Responses to mails of which the sending is known. */
    int known() {
        return known;
    }

    /** How many of them everybody would have given. */
    double expected() {
        return expected;
    }
}
