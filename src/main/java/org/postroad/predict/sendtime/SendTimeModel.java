package org.postroad.predict.sendtime;

import java.util.Arrays;
import java.util.List;

/**
 * How likely a mail is to bring a response, by the moment at which it is sent.
 *
 * <p>The rate of responses in a slot of the week is responses over the mails that waited for one in it. A customer's rate is
 * everybody's times a relative risk, which is estimated by empirical Bayes (Clayton and Kaldor, "Empirical Bayes estimates of
 * age-standardized relative risks for use in disease mapping", Biometrics 43, 1987): (prior + observed) / (prior + expected),
 * with observed and expected responses smoothed around the week. What a mail brings that is sent in a slot is the sum of the
 * rates while it waits, fading with its age. Immutable.
 */
public final class SendTimeModel {

    private final double[] rates;
    private final double totalRate;
    private final MailAge age;
    private final Shrinkage shrinkage;

    /** @param rates everybody's responses per waiting mail of age 0, by slot of the week */
    SendTimeModel(double[] rates, MailAge age, Shrinkage shrinkage) {
        this.rates = rates;
        this.totalRate = Arrays.stream(rates).sum();
        this.age = age;
        this.shrinkage = shrinkage;
    }

    /** What is assumed before there are data: mails are read by day, and most in the middle of the morning. */
    public static SendTimeModel prior() {
        return new SendTimeModel(PriorRates.bySlot(), MailAge.typical(), Shrinkage.typical());
    }

    /** What a customer with these mails is expected to do; without any, what everybody does. */
    public SendTimes of(List<MailTrace> mails) {
        MailCounts counts = MailCounts.of(mails, this);
        return new SendTimes(age.sumAhead(ratesOf(counts)), counts.mails(), counts.responses());
    }

    double[] ratesOf(MailCounts counts) {
        return new PersonalRates(counts, this, shrinkage.kernel()).bySlot(shrinkage.strength());
    }

    double rate(int slot) {
        return rates[slot];
    }

    double totalRate() {
        return totalRate;
    }

    MailAge age() {
        return age;
    }

    SendTimeModel with(Shrinkage other) {
        return new SendTimeModel(rates, age, other);
    }

    SendTimeModel with(double[] otherRates, MailAge otherAge) {
        return new SendTimeModel(otherRates, otherAge, shrinkage);
    }

    SendTimeModel with(MailAge other) {
        return new SendTimeModel(rates, other, shrinkage);
    }
}
