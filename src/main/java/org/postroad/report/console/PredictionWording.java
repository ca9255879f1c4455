package org.postroad.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.predict.PredictedAmount;
import org.postroad.predict.serving.CustomerPrediction;
import org.postroad.predict.serving.NextPurchase;
import org.postroad.predict.serving.PredictionBasis;
import org.springframework.stereotype.Component;

/** Describes what is predicted of a customer in plain sentences: what, how sure, and why. */
@Component
class PredictionWording {

    private static final int QUARTER = 90;
    private static final int YEAR = 365;
    private static final int MOST_PRODUCTS = 3;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Catalog catalog;

    PredictionWording(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The section of a page.
     *
     * @param sentences what is predicted, and how sure; or why nothing is
     * @param because what it rests on; null if nothing is predicted
     */
    public record PredictionSection(
            List<String> sentences, @Nullable String because) {}

    PredictionSection of(CustomerPrediction prediction, ZoneId zone, Instant now) {
        return prediction
                .unknownBecause()
                .map(why -> new PredictionSection(List.of("Nothing: " + why + "."), null))
                .orElseGet(() -> predicted(prediction, zone, new Format(now)));
    }

    private PredictionSection predicted(CustomerPrediction prediction, ZoneId zone, Format format) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Buys again within %d days with a probability of %s, and within a year of %s."
                .formatted(
                        QUARTER,
                        percent(prediction.purchaseProbability(QUARTER)),
                        percent(prediction.purchaseProbability(YEAR))));
        sentences.add(
                prediction.valueUnknownBecause().isPresent()
                        ? "What is spent is not predicted: "
                                + prediction.valueUnknownBecause().get() + "."
                        : value(prediction.lifetimeValue(YEAR), format));
        prediction.nextPurchases(MOST_PRODUCTS).forEach(next -> sentences.add(due(next, zone)));
        return new PredictionSection(sentences, because(prediction.basis(), format));
    }

    private static String value(PredictedAmount value, Format format) {
        return "Is expected to spend about %s in the next year; with a probability of 80 %%, between %s and %s."
                .formatted(format.count(value.expected()), format.count(value.low()), format.count(value.high()));
    }

    private String due(NextPurchase next, ZoneId zone) {
        return "Buys %s again with a probability of %s; if so, about %s, and with a probability of 80 %% from %s to %s."
                .formatted(
                        product(next.productId()),
                        percent(next.probabilityThatItGoesOn()),
                        date(next.due(), zone),
                        date(next.earliest(), zone),
                        date(next.latest(), zone));
    }

    private static String because(PredictionBasis basis, Format format) {
        String own = "Rests on " + days(basis);
        return basis.learnedAt() == null
                ? own + ", and on what is assumed of a shop without data."
                : "%s, and on how %s went on (model %s, learned %s)."
                        .formatted(
                                own,
                                Format.plural(basis.customers(), "customer"),
                                basis.model(),
                                format.ago(basis.learnedAt()));
    }

    private static String days(PredictionBasis basis) {
        LocalDate first = basis.firstPurchase();
        LocalDate last = basis.lastPurchase();
        if (first == null || last == null) {
            return "no purchases";
        }
        return basis.purchaseDays() == 1
                ? "one day with a purchase, " + DATE.format(last)
                : "%d days with a purchase from %s to %s"
                        .formatted(basis.purchaseDays(), DATE.format(first), DATE.format(last));
    }

    private static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    /** To whole per cents: the models are not exact to more. */
    private static String percent(double share) {
        return share < .005 ? "under 1 %" : share > .995 ? "over 99 %" : Math.round(100 * share) + " %";
    }

    private String product(String id) {
        return catalog.product(id).map(Product::name).orElse(id);
    }
}
