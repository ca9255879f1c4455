package org.postroad.evaluate.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalCoverageTest {

    @Test
    void countsOrdersBeforeWithinAndAfter() {
        IntervalCoverage coverage = new IntervalCoverage();
        coverage.came(4, 5, 10);
        coverage.came(5, 5, 10);
        coverage.came(10, 5, 10);
        coverage.came(11, 5, 15);
        coverage.came(16, 5, 15);
        assertThat(coverage.coverage()).isEqualTo(.6);
        assertThat(coverage.figures())
                .containsEntry("before", .2)
                .containsEntry("after", .2)
                .containsEntry("median width, days", 5.0);
    }

    @Test
    void countsApartWhoNeverCame() {
        IntervalCoverage coverage = new IntervalCoverage();
        coverage.came(7, 5, 10);
        coverage.isPredictedToReturn(.75);
        coverage.isPredictedToReturn(.25);
        coverage.isOver(true, .6);
        coverage.isOver(false, .2);
        assertThat(coverage.figuresOfAll())
                .containsEntry("ordered again, of all", .5)
                .containsEntry("predicted", .5)
                .containsEntry("within, of all whose interval is over", .5)
                .containsEntry("predicted within", .4);
    }

    @Test
    void seesOrdersUpToTheCutOnly() {
        OrderDays days = new OrderDays(List.of(3, 10, 30));
        assertThat(days.hasOrderedBy(2)).isFalse();
        assertThat(days.historyAt(12).intervals().count()).isEqualTo(1);
        assertThat(days.historyAt(12).silence()).isEqualTo(2);
        assertThat(days.daysToNextAfter(12)).hasValue(18);
        assertThat(days.daysToNextAfter(30)).isEmpty();
        assertThat(days.intervalsUntil(29)).containsExactly(7);
    }
}
