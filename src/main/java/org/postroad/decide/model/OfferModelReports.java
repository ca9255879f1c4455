package org.postroad.decide.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.springframework.stereotype.Component;

/** What the offer model says of itself: its card, and the decisions since. */
@Component
class OfferModelReports implements ModelSource {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ModelRegistry models;
    private final WeeklyCalibration weekly;
    private final GateHistory history;

    OfferModelReports(ModelRegistry models, WeeklyCalibration weekly, GateHistory history) {
        this.models = models;
        this.weekly = weekly;
        this.history = history;
    }

    @Override
    public String name() {
        return OfferModel.NAME;
    }

    @Override
    public ModelReport report() {
        Optional<ModelCard> known = models.card();
        BaselineRule rule =
                known.map(card -> BaselineRule.named(card.gate().rule())).orElse(BaselineRule.BY_DISCOUNT_SHARE);
        return new ModelReport(
                OfferModel.NAME,
                "Offer response",
                known.map(ModelCard::predicts).orElse("How likely a purchase is with each offer, and without one."),
                "Simple rules: no offer, each offer for everyone, and by the share of purchases that had a discount.",
                known.map(ModelCard::trainedAt).orElse(null),
                known.filter(card -> card.gate().act()).isPresent(),
                known.flatMap(this::actsSince).orElse(null),
                null,
                known.map(card -> card.gate().reason()).or(models::problem).orElse(""),
                "The rule '%s' decides.".formatted(rule.name()),
                known.map(OfferModelReports::facts).orElse(Map.of()),
                known.map(OfferModelReports::calibration).orElse(List.of()),
                known.map(weekly::of).orElse(List.of()));
    }

    /** Empty for a model that was not trained here. */
    private Optional<Instant> actsSince(ModelCard card) {
        return history.find(OfferModel.NAME)
                .filter(last -> card.gate().act() && last.version().equals(card.version()))
                .flatMap(last -> Optional.ofNullable(last.actingSince()));
    }

    private static Map<String, String> facts(ModelCard card) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Version", card.version());
        facts.put(
                "Kind",
                "XGBoost trees, %s, on %d features"
                        .formatted(card.objective(), card.features().size()));
        facts.put(
                "Learned from",
                String.format(
                        Locale.ROOT,
                        "%,d decisions about %,d customers with %,d purchases, %s to %s",
                        card.data().decisions(),
                        card.data().customers(),
                        card.data().purchases(),
                        DAY.format(card.data().from()),
                        DAY.format(card.data().to())));
        facts.put(
                "Decisions by action",
                card.data().byAction().entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")));
        facts.put(
                "Log-loss",
                String.format(
                        Locale.ROOT,
                        "%.4f on customers that it had not seen; %.4f by always predicting the mean",
                        card.metrics().logLoss(),
                        card.metrics().baselineLogLoss()));
        facts.put("AUC", String.format(Locale.ROOT, "%.3f", card.metrics().auc()));
        Objects.requireNonNullElse(card.effects(), List.<OfferEffect>of())
                .forEach(effect -> facts.put("Effect of " + effect.action(), EffectText.of(effect)));
        card.gate()
                .policies()
                .forEach(policy -> facts.put(
                        "Earns a decision: " + policy.name(),
                        String.format(Locale.ROOT, "%.2f ± %.2f", policy.value(), policy.standardError())));
        return facts;
    }

    private static List<ModelReport.Calibration> calibration(ModelCard card) {
        return card.metrics().calibration().stream()
                .map(bin -> new ModelReport.Calibration(bin.predicted(), bin.observed(), bin.decisions()))
                .toList();
    }
}
