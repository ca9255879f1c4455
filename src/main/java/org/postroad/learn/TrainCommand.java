package org.postroad.learn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.DecideSettings;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.OfferModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code train}: trains the offer model on past decisions and publishes it with its card. */
@Component
@Command(
        name = "train",
        description = {
            "Trains the model offer-response on past decisions and what came of them.",
            "A running server takes up the new model by itself. Whether it may act is on its card: only if its choices have"
                    + " been shown to earn more than the best simple rule."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final Logger log = LoggerFactory.getLogger(TrainCommand.class);

    private final TrainingPipeline pipeline;
    private final Path models;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "Start of all chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where to put model and card (models/offer-response).")
    private @Nullable Path folder;

    TrainCommand(TrainingPipeline pipeline, DecideSettings settings) {
        this.pipeline = pipeline;
        this.models = settings.modelsLocation();
    }

    @Override
    public Integer call() {
        Optional<String> problem = XgboostTrainer.availabilityProblem();
        if (problem.isPresent()) {
            print(problem.get());
            return FAILED;
        }
        Path target = folder == null ? models.resolve(OfferModel.NAME) : folder;
        try {
            report(pipeline.train(target, seed, this::print), target);
            return 0;
        } catch (TrainingRefused refused) {
            print(String.valueOf(refused.getMessage()));
            return REFUSED;
        } catch (XGBoostError | IOException | RuntimeException failure) {
            log.error("Training failed", failure);
            print("Training failed: %s. The model in %s is as it was.".formatted(failure.getMessage(), target));
            return FAILED;
        }
    }

    private void report(ModelCard card, Path target) {
        ModelCard.Metrics metrics = card.metrics();
        print("On customers not seen in training: log-loss %.4f (%.4f by always saying the mean), AUC %.3f."
                .formatted(metrics.logLoss(), metrics.baselineLogLoss(), metrics.auc()));
        card.gate()
                .policies()
                .forEach(policy -> print(String.format(
                        Locale.ROOT,
                        "  %-24s earns %6.3f a decision (± %.3f): %s",
                        policy.name(),
                        policy.value(),
                        policy.standardError(),
                        shares(policy.actions()))));
        print(card.gate().reason());
        print("Model " + card.version() + " is in " + target + ".");
    }

    private static String shares(Map<String, Double> actions) {
        return actions.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.1f %%", each.getKey(), 100 * each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void print(String line) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
