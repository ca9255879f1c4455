package org.postroad.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.decide.model.ModelCard.Metrics;
import org.postroad.decide.model.OfferModel;
import org.postroad.feature.Features;
import org.springframework.stereotype.Component;

/** Learns the response to offers from the past: gather, cross-fit, judge, train on all, publish with a card. */
@Component
class Training {

    private static final String PREDICTS =
            "The probability that the customer buys within %d days, given who they are, what they looked at, and the offer."
                    .formatted(Outcome.WINDOW.toDays());
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Experience experience;

    Training(Clock clock, Experience experience) {
        this.clock = clock;
        this.experience = experience;
    }

    /**
     * Trains and publishes.
     *
     * @param folder where the model and its card are put
     * @throws TrainingRefused if there is too little to learn from; nothing is written then
     */
    ModelCard train(Path folder, long seed, Consumer<String> progress) throws XGBoostError, IOException {
        Lessons lessons = experience.gather(progress);
        lessons.requireEnough();
        progress.accept(lessons.summary());
        Boosting boosting = new Boosting(seed);
        CrossFit crossFit = CrossFit.of(lessons.examples(), lessons.basket(), boosting, seed, progress);
        Metrics metrics = new Quality(crossFit.predictions()).metrics();
        Gate gate = new PolicyGate(crossFit.predictions()).gate();
        try (Publication publication = new Publication(folder)) {
            boosting.train(lessons.examples(), crossFit.rounds(), publication.model());
            Map<String, Object> parameters = boosting.parameters();
            parameters.put("rounds", crossFit.rounds());
            ModelCard card = card(lessons, seed, parameters, metrics, gate, publication);
            publication.publish(card);
            return card;
        }
    }

    private ModelCard card(
            Lessons lessons,
            long seed,
            Map<String, Object> parameters,
            Metrics metrics,
            Gate gate,
            Publication publication) {
        Instant now = clock.instant();
        return new ModelCard(
                OfferModel.NAME,
                VERSION.format(now),
                now,
                PREDICTS,
                String.valueOf(parameters.get("objective")),
                Publication.MODEL,
                OfferModel.sha256(publication.model()),
                Features.NAMES,
                data(lessons, seed),
                parameters,
                metrics,
                gate);
    }

    private static ModelCard.Data data(Lessons lessons, long seed) {
        List<Example> examples = lessons.examples();
        List<Instant> moments = examples.stream()
                .map(Example::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new ModelCard.Data(
                examples.size(),
                examples.stream().map(Example::customerId).distinct().count(),
                lessons.purchases(),
                moments.get(0),
                moments.get(moments.size() - 1),
                examples.stream().collect(Collectors.groupingBy(Example::action, TreeMap::new, Collectors.counting())),
                lessons.basket(),
                seed);
    }
}
