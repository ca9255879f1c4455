package org.postroad.compose;

import java.time.Instant;
import java.util.List;
import org.postroad.catalog.Product;

/**
 * What a content can say of what the customer is expected to do; all 0 and empty for one who has never bought.
 *
 * @param purchaseProbability that the customer buys within 90 days
 * @param churnRisk that the customer buys nothing within 90 days
 * @param lifetimeValue what the customer is expected to spend in a year
 * @param due what the customer is due to buy again, the next first
 */
record LetterPrediction(double purchaseProbability, double churnRisk, double lifetimeValue, List<DueProduct> due) {

    LetterPrediction {
        due = List.copyOf(due);
    }

    /** @param on as likely bought before as after it, if it is bought again */
    record DueProduct(Product product, Instant on) {}
}
