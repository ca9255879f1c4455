package org.postroad.predict.sendtime;

import java.util.List;

/**
 * Chooses kernel and strength of the shrinkage by how well every second mail of the customers is predicted from the others: the
 * log-likelihood of responses in slots, which are Poisson by approximation.
 */
final class ShrinkageChoice {

    private static final double[] MINUTES = {10, 20, 30, 60};
    private static final double[] OTHER_KIND = {0.1, 0.5};
    private static final double[] STRENGTHS = {0.05, 0.1, 0.25, 0.5, 1, 2, 5};

    /** Customers with two mails and more say how far to shrink; so many of them suffice. */
    private static final int CUSTOMERS = 200;

    private static final int FEWEST = 20;

    private final List<Halves> customers;
    private final SendTimeModel model;
    private Shrinkage best = Shrinkage.typical();
    private double highest = Double.NEGATIVE_INFINITY;

    private ShrinkageChoice(List<Halves> customers, SendTimeModel model) {
        this.customers = customers;
        this.model = model;
    }

    /** The best of the grid; the typical one for few customers. */
    static Shrinkage of(List<List<MailTrace>> customers, SendTimeModel model) {
        List<Halves> halves = customers.stream()
                .filter(mails -> mails.size() > 1)
                .limit(CUSTOMERS)
                .map(Halves::of)
                .toList();
        ShrinkageChoice choice = new ShrinkageChoice(halves, model);
        if (halves.size() >= FEWEST) {
            for (double minutes : MINUTES) {
                for (double otherKind : OTHER_KIND) {
                    choice.consider(new WeekKernel(minutes, otherKind));
                }
            }
        }
        return choice.best;
    }

    private void consider(WeekKernel kernel) {
        double[] likelihoods = new double[STRENGTHS.length];
        for (Halves customer : customers) {
            PersonalRates rates = new PersonalRates(MailCounts.of(customer.told(), model), model, kernel);
            for (int i = 0; i < STRENGTHS.length; i++) {
                likelihoods[i] += likelihood(customer.heldBack(), rates, STRENGTHS[i]);
            }
        }
        for (int i = 0; i < STRENGTHS.length; i++) {
            if (likelihoods[i] > highest) {
                highest = likelihoods[i];
                best = new Shrinkage(kernel, STRENGTHS[i]);
            }
        }
    }

    private double likelihood(List<MailTrace> mails, PersonalRates rates, double strength) {
        double sum = 0;
        for (MailTrace mail : mails) {
            if (mail.sendKnown()) {
                for (int waited = 0; waited <= mail.slots(); waited++) {
                    sum -= model.age().whileWaiting(waited)
                            * rates.at((mail.first() + waited) % WeekSlots.A_WEEK, strength);
                }
                sum += mail.responded()
                        ? Math.log(rates.at(mail.last(), strength) * model.age().at(mail.slots()))
                        : 0;
            }
        }
        return sum;
    }
}
