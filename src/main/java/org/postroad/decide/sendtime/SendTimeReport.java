package org.postroad.decide.sendtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.model.ModelSwitch;
import org.springframework.stereotype.Component;

/** What the model of send times says of itself. */
@Component
class SendTimeReport implements ModelSource {

    static final String MODEL = "send-time";

    private final PopulationSendTimes population;
    private final ModelSwitch modelSwitch;

    SendTimeReport(PopulationSendTimes population, ModelSwitch modelSwitch) {
        this.population = population;
        this.modelSwitch = modelSwitch;
    }

    @Override
    public ModelReport report() {
        KnownPopulation learned = population.current();
        boolean stopped = modelSwitch.isStopped(MODEL);
        boolean learnedSomething = learned.customers() > 0;
        return new ModelReport(
                MODEL,
                "Send time",
                "When in the week a mail to a customer is most likely to be answered.",
                "The hour that is best for all customers.",
                learnedSomething ? learned.learnedAt() : null,
                learnedSomething && !stopped,
                null,
                reason(learnedSomething, stopped),
                Map.of(
                        "Learned from",
                        String.format(Locale.ROOT, "mails to a sample of %,d customers", learned.customers())),
                List.of(),
                List.of());
    }

    private static String reason(boolean learnedSomething, boolean stopped) {
        if (stopped) {
            return "Stopped. Mails are sent when all customers together answer best.";
        }
        return learnedSomething
                ? "It is used; the fewer mails a customer has got, the nearer to the best time of all."
                : "No mail has been sent yet: the middle of the morning is assumed.";
    }
}
