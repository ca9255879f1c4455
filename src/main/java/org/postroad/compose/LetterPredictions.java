package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.compose.LetterPrediction.DueProduct;
import org.postroad.compose.template.Contents;
import org.postroad.predict.serving.CustomerPrediction;
import org.postroad.predict.serving.NextPurchase;
import org.postroad.predict.serving.Predictions;
import org.springframework.stereotype.Component;

/** What is predicted of a customer, for contents that name it. */
@Component
class LetterPredictions {

    private static final String NAME = "predicted";
    private static final int QUARTER = 90;
    private static final int YEAR = 365;
    private static final int MOST_PRODUCTS = 3;

    private final Contents contents;
    private final Predictions predictions;
    private final Catalog catalog;

    LetterPredictions(Contents contents, Predictions predictions, Catalog catalog) {
        this.contents = contents;
        this.predictions = predictions;
        this.catalog = catalog;
    }

    /** Empty if the content does not name it. */
    Optional<LetterPrediction> of(String content, String customerId) {
        return contents.mentions(content, NAME) ? Optional.of(predicted(predictions.of(customerId))) : Optional.empty();
    }

    private LetterPrediction predicted(CustomerPrediction prediction) {
        return new LetterPrediction(
                prediction.purchaseProbability(QUARTER),
                prediction.churnRisk(QUARTER),
                prediction.lifetimeValue(YEAR).expected(),
                due(prediction.nextPurchases(MOST_PRODUCTS)));
    }

    private List<DueProduct> due(List<NextPurchase> next) {
        Map<String, Product> products =
                catalog.products(next.stream().map(NextPurchase::productId).toList());
        return next.stream()
                .flatMap(each -> Stream.ofNullable(products.get(each.productId()))
                        .map(product -> new DueProduct(product, each.due())))
                .toList();
    }
}
