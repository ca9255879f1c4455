package org.postroad.evaluate.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.predict.lifetime.CustomerPurchases;

class LifetimeEvaluationsTest {

    private static final Path DATA = Path.of("../shared/data");

    @Test
    void findsThePublishedEstimates() {
        assumeTrue(Files.exists(DATA.resolve("cdnow-sample.csv")), "skipped: there is no cdnow-sample.csv in " + DATA);
        Finding found = new CdnowFitEvaluation().run(new EvaluationData(DATA));
        assertThat(found.holds()).as("%s", found.figure()).isTrue();
        assertThat(found.figure().get("p")).isCloseTo(6.25, within(.03));
    }

    @Test
    void measuresAgainstWhatHappened() {
        PurchaseLog log = new PurchaseLog(
                List.of(CustomerPurchases.of(0, 5, 12, 13), CustomerPurchases.of(0), CustomerPurchases.of(20)), 0);
        PurchaseHoldout holdout = PurchaseHoldout.of(log, 10, 10);
        assertThat(holdout.customers()).hasSize(2);
        assertThat(holdout.carriedOn(log.customers().get(0))).isEqualTo(1);
        assertThat(holdout.figures(each -> 1)).containsEntry("MAE", 1.0).containsEntry("actual", 2.0);
        assertThat(holdout.areaUnderCurve(holdout::carriedOn)).isEqualTo(1);
        assertThat(holdout.areaUnderCurve(each -> 7)).isEqualTo(.5);
    }
}
