package org.postroad.predict.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.predict.lifetime.HeldOut;
import org.postroad.predict.lifetime.LifetimeModel;
import org.springframework.stereotype.Component;

/** The card of the model of who buys again. */
@Component
class LifetimeReport implements ModelSource {

    private final PredictionModels models;

    LifetimeReport(PredictionModels models) {
        this.models = models;
    }

    @Override
    public String name() {
        return PredictionModels.LIFETIME;
    }

    @Override
    public ModelReport report() {
        LearnedModel<LifetimeModel> learned = models.learnedLifetime();
        boolean any = learned.model().customers() > 0;
        return ModelReport.of(
                        name(),
                        "Lifetime value and churn",
                        "Whether and how often a customer buys again within a time, and what they spend then.",
                        "What is assumed of a shop without data, corrected by the customer's own purchases. On past data (the command"
                                + " evaluate) also the customer's rate so far, carried on.",
                        any ? learned.learnedAt() : null,
                        any
                                ? "It is used in journeys, contents and on the page of each customer who has bought."
                                : "Nobody has bought before today. Until then, a typical shop is assumed.",
                        "What is assumed of a shop without data takes its place.",
                        any ? facts(learned.model()) : Map.of())
                .withCalibration(calibration(learned.model().heldOut()));
    }

    private static List<ModelReport.Calibration> calibration(HeldOut heldOut) {
        return heldOut.tenths().stream()
                .map(tenth -> new ModelReport.Calibration(tenth.predicted(), tenth.observed(), tenth.customers()))
                .toList();
    }

    private static Map<String, String> facts(LifetimeModel model) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Kind", model.purchases().name() + (model.spend().isPresent() ? ", amounts by Gamma-Gamma" : ""));
        facts.put("Learned from", String.format(Locale.ROOT, "%,d customers", model.customers()));
        facts.put(
                "Chosen by the squared error of purchases in a later time",
                model.candidates().isEmpty()
                        ? "not chosen: too few customers"
                        : model.candidates().stream()
                                .map(each ->
                                        String.format(Locale.ROOT, "%s %.4f", each.model(), each.meanSquaredError()))
                                .collect(Collectors.joining(", ")));
        facts.put(
                "Probability to buy again",
                model.calibration().isPresent()
                        ? "calibrated on an earlier time, since that was better in a later one"
                        : "the model's own");
        facts.put(
                "Calibration",
                model.heldOut().tenths().isEmpty()
                        ? "not known: too few customers"
                        : String.format(
                                Locale.ROOT,
                                "whether %,d customers bought in the last %d days, as predicted before these; the calibrated"
                                        + " probability or the model's own, whichever did better there",
                                model.heldOut().customers(),
                                model.heldOut().horizon()));
        return facts;
    }
}
