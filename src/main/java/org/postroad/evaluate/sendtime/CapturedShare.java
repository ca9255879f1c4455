package org.postroad.evaluate.sendtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.postroad.predict.sendtime.MailTrace;
import org.postroad.predict.sendtime.SendTimeModel;
import org.postroad.predict.sendtime.SendTimeTraining;
import org.postroad.shop.world.SimulatedPerson;

/** The share of what the best slot of each person brings over a random one that a way to choose captures, over all people. */
final class CapturedShare {

    /** As many customers as a server learns everybody's rates from. */
    private static final int SAMPLE = 500;

    private final List<ClickTruth> truths;
    private final List<List<MailTrace>> mails;

    private CapturedShare(List<ClickTruth> truths, List<List<MailTrace>> mails) {
        this.truths = truths;
        this.mails = mails;
    }

    /** @param machineOpens whether machines open the mails of every second person */
    static CapturedShare of(
            List<SimulatedPerson> people,
            List<ClickTruth> truths,
            Instant until,
            int mailsEach,
            boolean machineOpens,
            long seed) {
        List<List<MailTrace>> mails = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            mails.add(SimulatedMails.to(people.get(i), mailsEach, until, machineOpens && i % 2 == 0, random));
        }
        return new CapturedShare(truths, mails);
    }

    double model() {
        SendTimeModel model = SendTimeTraining.fit(mails.subList(0, Math.min(SAMPLE, mails.size())));
        return share((truth, ofOne) -> truth.at(model.of(ofOne).best()));
    }

    double globalBestHour() {
        int best = HourRules.globalBest(mails);
        return share((truth, ofOne) -> truth.atHour(best));
    }

    double modalHour() {
        int best = HourRules.globalBest(mails);
        return share((truth, ofOne) -> truth.atHour(HourRules.modal(ofOne, best)));
    }

    double withinModalHour() {
        int best = HourRules.globalBest(mails);
        return share((truth, ofOne) -> truth.withinHour(HourRules.modal(ofOne, best)));
    }

    private double share(ToDoubleBiFunction<ClickTruth, List<MailTrace>> brings) {
        double random = truths.stream().mapToDouble(ClickTruth::mean).sum();
        double oracle = truths.stream().mapToDouble(ClickTruth::best).sum();
        double chosen = IntStream.range(0, truths.size())
                .mapToDouble(i -> brings.applyAsDouble(truths.get(i), mails.get(i)))
                .sum();
        return (chosen - random) / (oracle - random);
    }
}
