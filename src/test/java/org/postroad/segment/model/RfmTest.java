package org.postroad.segment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.segment.model.BehaviourFixture.aCustomer;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmTest {

    /** 100 customers: recency, orders and revenue each from 1 to 100. */
    private final Rfm rfm = Rfm.of(IntStream.rangeClosed(1, 100)
            .mapToObj(number -> aCustomer(number, number, number))
            .toList());

    @ParameterizedTest
    @CsvSource({
        "5, 95, 95, champions",
        "35, 70, 65, champions",
        "50, 70, 90, loyal",
        "5, 50, 50, loyal",
        "5, 25, 30, potential-loyalists",
        "5, 1, 5, new-customers",
        "50, 1, 5, about-to-sleep",
        "95, 95, 95, cannot-lose",
        "70, 95, 95, at-risk",
        "95, 50, 50, at-risk",
        "95, 1, 5, lost",
        "70, 1, 5, hibernating",
        "95, 25, 25, hibernating",
        "95, 0, 0, prospects"
    })
    void namesByScores(double recencyDays, double orders, double revenue, String name) {
        assertThat(rfm.nameOf(aCustomer(recencyDays, orders, revenue))).isEqualTo(name);
    }

    @Test
    void hasOneNameWhereThereIsNothingToTellApart() {
        Behaviour one = aCustomer(5, 3, 50);
        assertThat(Rfm.of(List.of()).nameOf(one)).isEqualTo("all");
        assertThat(Rfm.of(List.of(one)).nameOf(one)).isEqualTo("all");
        assertThat(Rfm.of(Collections.nCopies(100, one)).nameOf(one)).isEqualTo("all");
    }
}
