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

/** Trains the offer model in steps: load the training set, cross-fit, evaluate, train on all examples, publish. */
@Component
class TrainingPipeline {

    private static final String PREDICTS =
            "The probability that the customer buys within %d days, given who they are, what they looked at, and the offer."
                    .formatted(OrderRewards.WINDOW.toDays());
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final TrainingSetLoader loader;

    TrainingPipeline(Clock clock, TrainingSetLoader loader) {
        this.clock = clock;
        this.loader = loader;
    }

    /**
     * Trains and publishes a model.
     *
     * @param folder where the model and its card are published
     * @param seed of all random choices: the same data and seed give the same model
     * @param progress receives a sentence after each step
     * @throws TrainingRefused if there are too few examples; nothing is written then
     */
    ModelCard train(Path folder, long seed, Consumer<String> progress) throws XGBoostError, IOException {
        TrainingSet trainingSet = loader.load(progress);
        trainingSet.requireEnough();
        progress.accept(trainingSet.summary());
        XgboostTrainer trainer = new XgboostTrainer(seed);
        CrossFit crossFit = CrossFit.of(trainingSet.examples(), trainingSet.orderValueModel(), trainer, seed, progress);
        Metrics metrics = new PredictionQuality(crossFit.predictions()).metrics();
        Map<String, Object> parameters = trainer.parameters();
        GateLooks looks = GateLooks.after(folder);
        Gate gate = looks.gate(crossFit.predictions(), parameters);
        if (gate.act()) {
            parameters.put(
                    ModelCard.ACTS_SINCE, looks.actingSince(clock.instant()).toString());
        }
        try (ModelPublisher publisher = new ModelPublisher(folder)) {
            trainer.train(trainingSet.examples(), crossFit.rounds(), publisher.modelFile());
            parameters.put("rounds", crossFit.rounds());
            ModelCard card = card(trainingSet, seed, parameters, metrics, gate, publisher);
            publisher.publish(card);
            return card;
        }
    }

    private ModelCard card(
            TrainingSet trainingSet,
            long seed,
            Map<String, Object> parameters,
            Metrics metrics,
            Gate gate,
            ModelPublisher publisher) {
        Instant now = clock.instant();
        return new ModelCard(
                OfferModel.NAME,
                VERSION.format(now),
                now,
                PREDICTS,
                String.valueOf(parameters.get("objective")),
                ModelPublisher.MODEL,
                OfferModel.sha256(publisher.modelFile()),
                Features.NAMES,
                data(trainingSet, seed),
                parameters,
                metrics,
                gate);
    }

    private static ModelCard.Data data(TrainingSet trainingSet, long seed) {
        List<TrainingExample> examples = trainingSet.examples();
        List<Instant> moments = examples.stream()
                .map(TrainingExample::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new ModelCard.Data(
                examples.size(),
                examples.stream().map(TrainingExample::customerId).distinct().count(),
                trainingSet.purchases(),
                moments.get(0),
                moments.get(moments.size() - 1),
                examples.stream()
                        .collect(Collectors.groupingBy(TrainingExample::action, TreeMap::new, Collectors.counting())),
                trainingSet.orderValueModel(),
                seed);
    }
}
