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
import org.postroad.decide.model.GateHistory;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.decide.model.ModelCard.Metrics;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;
import org.postroad.feature.Features;
import org.springframework.stereotype.Component;

/** Trains the offer model in steps: load the training set, cross-fit, learn effects, evaluate, train on all examples, publish. */
@Component
class TrainingPipeline {

    private static final String PREDICTS =
            "The probability that the customer buys within %d days, given who they are, what they looked at, and the offer."
                    .formatted(OrderRewards.WINDOW.toDays());
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final TrainingSetLoader loader;
    private final GateHistory history;

    TrainingPipeline(Clock clock, TrainingSetLoader loader, GateHistory history) {
        this.clock = clock;
        this.loader = loader;
        this.history = history;
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
        EffectTraining effects = EffectTraining.of(crossFit);
        Instant now = clock.instant();
        Gate gate = judge(effects.valued(trainingSet.orderValueModel()), now);
        try (ModelPublisher publisher = new ModelPublisher(folder)) {
            trainer.train(trainingSet.examples(), crossFit.rounds(), publisher.modelFile());
            List<OfferEffect> published = publisher.write(effects.effects());
            Map<String, Object> parameters = trainer.parameters();
            parameters.put("rounds", crossFit.rounds());
            ModelCard card = new ModelCard(
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
                    gate,
                    published);
            publisher.publish(card);
            return card;
        }
    }

    /** The look is spent before the model is published, whatever becomes of that. */
    private Gate judge(List<Prediction> predictions, Instant now) {
        GateLooks looks = new GateLooks(history.find(OfferModel.NAME).orElse(null));
        GateLooks.Verdict verdict = looks.judge(predictions);
        history.save(OfferModel.NAME, looks.after(verdict, VERSION.format(now), now));
        return verdict.gate();
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
