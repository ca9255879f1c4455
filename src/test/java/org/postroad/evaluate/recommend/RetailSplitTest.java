package org.postroad.evaluate.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.evaluate.OnlineRetail.Purchase;
import org.postroad.evaluate.recommend.RetailSplit.Shopper;

class RetailSplitTest {

    private static final Path DATA = Path.of("../shared/data");

    /** The figures of the protocol. */
    @Test
    void splitsTheRealDataAsTheProtocolSays() {
        assumeTrue(Files.exists(DATA.resolve(OnlineRetail.FILE)), "skipped: there is no " + OnlineRetail.FILE);
        RetailSplit split = RetailSplit.latest(OnlineRetail.purchases(new EvaluationData(DATA)));
        assertThat(split.toString()).contains("before 2011-09-03", "3,094 customers × 2,774 products", "161,771 pairs");
        assertThat(split.shoppers())
                .filteredOn(shopper -> !shopper.newProducts().isEmpty())
                .hasSize(813);
        assertThat(split.shoppers())
                .filteredOn(shopper -> !shopper.boughtAgain().isEmpty())
                .hasSize(780);
    }

    @Test
    void keepsTheFutureOutOfTheHistory() {
        List<Purchase> purchases = new ArrayList<>();
        for (int customer = 0; customer < 5; customer++) {
            for (int product = 0; product < 6; product++) {
                purchases.add(purchase("c" + customer, "p" + product, "2011-06-01T10:00:00"));
            }
        }
        purchases.add(purchase("c0", "p1", "2011-06-01T18:00:00"));
        purchases.add(purchase("c0", "p1", "2011-05-31T10:00:00"));
        purchases.add(purchase("passer-by", "p9", "2011-06-01T10:00:00"));
        List<Purchase> before = List.copyOf(purchases);
        purchases.add(purchase("c0", "p2", "2011-06-20T00:00:00"));
        purchases.add(purchase("c0", "p9", "2011-06-20T00:00:00"));
        purchases.add(purchase("c1", "p0", "2011-06-30T12:00:00"));
        Shopper shopper = RetailSplit.latest(purchases).shoppers().get(0);
        assertThat(shopper.boughtAgain()).isEqualTo(Set.of(2));
        assertThat(shopper.newProducts()).isEmpty();
        assertThat(shopper.history().products()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(shopper.history().daysAgo()[1]).as("once a day").containsExactly(1.25, 2 + 14 / 24.0);
        assertThat(before).hasSize(33);
    }

    private static Purchase purchase(String customer, String product, String at) {
        return new Purchase(customer, product, LocalDateTime.parse(at), at, 1);
    }
}
