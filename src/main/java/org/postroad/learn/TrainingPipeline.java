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
class TrainingPipeline {

    private static final String PREDICTS =
            "The probability that the customer buys within %d days, given who they are, what they looked at, and the offer."
                    .formatted(OrderRewards.WINDOW.toDays());
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final TrainingSetLoader trainingSetLoader;

    TrainingPipeline(Clock clock, TrainingSetLoader trainingSetLoader) {
        this.clock = clock;
        this.trainingSetLoader = trainingSetLoader;
    }

    /**
     * Trains and publishes.
     *
     * @param folder where the model and its card are put
     * @throws TrainingRefused if there is too little to learn from; nothing is written then
     */
    ModelCard train(Path folder, long seed, Consumer<String> progress) throws XGBoostError, IOException {
        TrainingSet trainingSet = trainingSetLoader.load(progress);
        trainingSet.requireEnough();
        progress.accept(trainingSet.summary());
        XgboostTrainer xgboostTrainer = new XgboostTrainer(seed);
        CrossFit crossFit =
                CrossFit.of(trainingSet.examples(), trainingSet.orderValueModel(), xgboostTrainer, seed, progress);
        Metrics metrics = new PredictionQuality(crossFit.predictions()).metrics();
        Gate gate = new PolicyGate(crossFit.predictions()).gate();
        try (ModelPublisher modelPublisher = new ModelPublisher(folder)) {
            xgboostTrainer.train(trainingSet.examples(), crossFit.rounds(), modelPublisher.modelFile());
            Map<String, Object> parameters = xgboostTrainer.parameters();
            parameters.put("rounds", crossFit.rounds());
            ModelCard card = card(trainingSet, seed, parameters, metrics, gate, modelPublisher);
            modelPublisher.publish(card);
            return card;
        }
    }

    private ModelCard card(
            TrainingSet trainingSet,
            long seed,
            Map<String, Object> parameters,
            Metrics metrics,
            Gate gate,
            ModelPublisher modelPublisher) {
        Instant now = clock.instant();
        return new ModelCard(
                OfferModel.NAME,
                VERSION.format(now),
                now,
                PREDICTS,
                String.valueOf(parameters.get("objective")),
                ModelPublisher.MODEL,
                OfferModel.sha256(modelPublisher.modelFile()),
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
