package org.postroad.decide.sendtime;

import java.util.Locale;
import java.util.Map;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.springframework.stereotype.Component;

/** What the model of send times says of itself. */
@Component
class SendTimeReport implements ModelSource {

    static final String MODEL = "send-time";

    private final PopulationSendTimes population;

    SendTimeReport(PopulationSendTimes population) {
        this.population = population;
    }

    @Override
    public String name() {
        return MODEL;
    }

    @Override
    public ModelReport report() {
        KnownPopulation learned = population.current();
        boolean any = learned.customers() > 0;
        return ModelReport.of(
                MODEL,
                "Send time",
                "When in the week a mail to a customer is most likely to be answered.",
                "The hour that is best for all customers.",
                any ? learned.learnedAt() : null,
                any
                        ? "It is used; the fewer mails a customer has got, the nearer to the best time of all."
                        : "No mail has been sent yet: the middle of the morning is assumed.",
                "Mails are sent when all customers together answer best.",
                Map.of(
                        "Learned from",
                        String.format(Locale.ROOT, "mails to a sample of %,d customers", learned.customers())));
    }
}
