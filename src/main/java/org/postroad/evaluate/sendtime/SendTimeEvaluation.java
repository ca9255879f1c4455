package org.postroad.evaluate.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.SimulatedPerson;
import org.postroad.time.RehearsalMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Sending at the customer's own time, against an hour for all and the customer's most frequent hour. */
@Component
@Conditional(RehearsalMode.class)
class SendTimeEvaluation implements Evaluation {

    private static final long SEED = 2_026;
    private static final int CUSTOMERS = 4_000;
    private static final int MAILS = 24;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final double LEAST = 0.40;
    private static final double TIMES_MODAL = 1.25;

    private final int customers;

    @Autowired
    SendTimeEvaluation() {
        this(CUSTOMERS);
    }

    SendTimeEvaluation(int customers) {
        this.customers = customers;
    }

    @Override
    public String id() {
        return "send-time";
    }

    @Override
    public Finding run(EvaluationData data) {
        List<SimulatedPerson> people = people();
        List<ClickTruth> truths =
                people.stream().map(person -> new ClickTruth(person, NOW)).toList();
        CapturedShare clean = CapturedShare.of(people, truths, NOW, MAILS, false, SEED);
        CapturedShare machines = CapturedShare.of(people, truths, NOW, MAILS, true, SEED);
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("captured", clean.model());
        figure.put("captured, machines open", machines.model());
        Map<String, Double> rule = new LinkedHashMap<>();
        rule.put("modal hour", Math.max(clean.modalHour(), clean.withinModalHour()));
        rule.put("global best hour", clean.globalBestHour());
        rule.put("modal hour, machines open", Math.max(machines.modalHour(), machines.withinModalHour()));
        rule.put("global best hour, machines open", machines.globalBestHour());
        return new Finding(
                "share of the clicks between a random moment and each customer's best one that is captured after "
                        + MAILS + " mails at random moments",
                "simulated shop, seed " + SEED + ": " + people.size()
                        + " customers; the truth is the simulator's; with machines, they open all mails of every second"
                        + " customer and hide when the customer does",
                figure,
                Map.of(),
                rule,
                "40 % and 1.25 × the modal hour; with machines above the global best hour",
                holds(figure, rule));
    }

    /** Those who are interested in the shop all the time, and agreed to mail. */
    private List<SimulatedPerson> people() {
        Instant began = NOW.minus(Duration.ofDays(7L * MAILS));
        return new GeneratedPopulation(
                        SEED, NOW, customers, new AssortmentReader("https://shop.example/images").assortment())
                .people().stream()
                        .filter(person ->
                                person.consents() && person.joined().isBefore(began) && person.isInterestedAt(NOW))
                        .toList();
    }

    private static boolean holds(Map<String, Double> figure, Map<String, Double> rule) {
        double captured = figure.getOrDefault("captured", 0.0);
        return captured >= LEAST
                && captured >= TIMES_MODAL * rule.getOrDefault("modal hour", 1.0)
                && figure.getOrDefault("captured, machines open", 0.0)
                        > rule.getOrDefault("global best hour, machines open", 1.0);
    }
}
