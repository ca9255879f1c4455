package org.postroad.predict.serving;

import java.util.Locale;
import java.util.Map;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.predict.replenishment.ReplenishmentModel;
import org.springframework.stereotype.Component;

/** The card of the model of when products are needed again. */
@Component
class ReplenishmentReport implements ModelSource {

    private final PredictionModels models;

    ReplenishmentReport(PredictionModels models) {
        this.models = models;
    }

    @Override
    public String name() {
        return PredictionModels.REPLENISHMENT;
    }

    @Override
    public ModelReport report() {
        LearnedModel<HabitModel> learned = models.learnedHabits();
        boolean any = learned.model().histories() > 0;
        return ModelReport.of(
                name(),
                "Replenishment",
                "When a customer is due to buy a product again, and how likely the habit goes on.",
                "How long a piece lasts by the catalogue, corrected by the customer's own intervals. On past data (the command"
                        + " evaluate) also the intervals of all.",
                any ? learned.learnedAt() : null,
                any
                        ? "The journey Replenishment and the page of each customer use it."
                        : "Nothing was bought before today. Until then, what the catalogue tells decides.",
                "What the catalogue tells and the customer's own intervals decide.",
                any ? facts(learned.model()) : Map.of());
    }

    private static Map<String, String> facts(HabitModel model) {
        ReplenishmentModel intervals = model.intervals();
        return Map.of(
                "Learned from",
                String.format(
                        Locale.ROOT,
                        "%,d histories of a customer and a product; intervals of its own for %,d products and %,d categories",
                        model.histories(),
                        intervals.products().size(),
                        intervals.categories().size()));
    }
}
