package org.postroad.decide.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.model.ModelSwitch;
import org.springframework.stereotype.Component;

/** What the offer model says of itself: its card, and the decisions since. */
@Component
class OfferModelReports implements ModelSource {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ModelRegistry models;
    private final ModelSwitch modelSwitch;
    private final WeeklyCalibration weekly;

    OfferModelReports(ModelRegistry models, ModelSwitch modelSwitch, WeeklyCalibration weekly) {
        this.models = models;
        this.modelSwitch = modelSwitch;
        this.weekly = weekly;
    }

    @Override
    public ModelReport report() {
        Optional<ModelCard> known = models.card();
        Optional<Instant> stopped = modelSwitch.stoppedAt(OfferModel.NAME);
        boolean acts =
                stopped.isEmpty() && known.filter(card -> card.gate().act()).isPresent();
        return new ModelReport(
                OfferModel.NAME,
                "Offer response",
                known.map(ModelCard::predicts).orElse("How likely a purchase is with each offer, and without one."),
                "Simple rules: no offer, each offer for everyone, and by the share of purchases that had a discount.",
                known.map(ModelCard::trainedAt).orElse(null),
                acts,
                acts ? known.flatMap(ModelCard::actsSince).orElse(null) : null,
                reason(known, stopped),
                known.map(OfferModelReports::facts).orElse(Map.of()),
                known.map(OfferModelReports::calibration).orElse(List.of()),
                known.map(weekly::of).orElse(List.of()));
    }

    private String reason(Optional<ModelCard> known, Optional<Instant> stopped) {
        String rule = known.map(card -> card.gate().rule()).orElse(BaselineRule.BY_DISCOUNT_SHARE.name());
        return stopped.map(since -> "Stopped on %s. The rule '%s' decides.".formatted(DAY.format(since), rule))
                .or(() -> known.map(card -> card.gate().reason()))
                .or(models::problem)
                .orElse("");
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
