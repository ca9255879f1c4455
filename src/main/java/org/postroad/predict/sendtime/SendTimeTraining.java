package org.postroad.predict.sendtime;

import java.util.Arrays;
import java.util.List;

/**
 * Learns everybody's rates from a sample of customers: rates by slot and fading by age in turn, since each is needed for the
 * other; then how far customers are drawn to everybody; then the fading once more, from each customer's own rates, since those
 * who have not responded yet are not like all. Deterministic.
 */
public final class SendTimeTraining {

    private static final int ROUNDS = 4;

    /** How many responses the prior counts as. */
    private static final double PRIOR = 20;

    /** Everybody is smoothed alike, whatever fits single customers. */
    private static final WeekKernel KERNEL = new WeekKernel(20, 0.1);

    private final List<List<MailTrace>> customers;

    private SendTimeTraining(List<List<MailTrace>> customers) {
        this.customers = customers;
    }

    /** @param customers the mails of each customer of the sample, oldest first; none will do */
    public static SendTimeModel fit(List<List<MailTrace>> customers) {
        List<List<MailTrace>> telling =
                customers.stream().filter(mails -> !mails.isEmpty()).toList();
        return telling.isEmpty() ? SendTimeModel.prior() : new SendTimeTraining(telling).fit();
    }

    private SendTimeModel fit() {
        SendTimeModel model = SendTimeModel.prior();
        for (int round = 0; round < ROUNDS; round++) {
            double[] rates = rates(model);
            AgeCounts counts = new AgeCounts(MailAge.typical());
            customers.forEach(mails -> counts.add(mails, rates));
            model = model.with(rates, counts.fading());
        }
        model = model.with(ShrinkageChoice.of(customers, model));
        return model.with(fadingByOwnRates(model));
    }

    private double[] rates(SendTimeModel model) {
        double[] responses = new double[WeekSlots.A_WEEK];
        double[] waiting = new double[WeekSlots.A_WEEK];
        customers.forEach(mails -> mails.forEach(mail -> count(mail, model, responses, waiting)));
        double[] prior = PriorRates.bySlot();
        double strength = PRIOR / Arrays.stream(prior).sum();
        double[] responsesNear = KERNEL.smooth(responses);
        double[] waitingNear = KERNEL.smooth(waiting);
        double[] rates = new double[WeekSlots.A_WEEK];
        Arrays.setAll(rates, slot -> (responsesNear[slot] + strength * prior[slot]) / (waitingNear[slot] + strength));
        return rates;
    }

    private static void count(MailTrace mail, SendTimeModel model, double[] responses, double[] waiting) {
        responses[mail.last()] += mail.responded() ? 1 : 0;
        if (mail.sendKnown()) {
            for (int waited = 0; waited <= mail.slots(); waited++) {
                waiting[(mail.first() + waited) % WeekSlots.A_WEEK] +=
                        model.age().whileWaiting(waited);
            }
        } else {
            for (int slot = 0; slot < waiting.length; slot++) {
                waiting[slot] += 1 / model.totalRate();
            }
        }
    }

    private MailAge fadingByOwnRates(SendTimeModel model) {
        AgeCounts counts = new AgeCounts(model.age());
        for (List<MailTrace> mails : customers) {
            Halves halves = Halves.of(mails);
            for (Halves each : List.of(halves, halves.swapped())) {
                counts.add(each.heldBack(), model.ratesOf(MailCounts.of(each.told(), model)));
            }
        }
        return counts.fading();
    }
}
