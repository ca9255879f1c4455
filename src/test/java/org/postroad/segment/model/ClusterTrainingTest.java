package org.postroad.segment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.segment.model.BehaviourFixture.aCustomer;
import static org.postroad.segment.model.BehaviourFixture.threeKinds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterTrainingTest {

    private static final Behaviour REGULAR = aCustomer(10, 15, 1_400);
    private static final Behaviour NEWCOMER = aCustomer(10, 1, 30);
    private static final Behaviour LAPSED = aCustomer(320, 3, 110);

    @Test
    void findsTheKindsOfCustomersAndNumbersThemByRevenue() {
        Clusters clusters = fit(threeKinds(60, 1));
        assertThat(clusters.clusters())
                .extracting(Cluster::label)
                .containsExactly("behaviour-1", "behaviour-2", "behaviour-3");
        assertThat(label(clusters, REGULAR)).isEqualTo("behaviour-1");
        assertThat(label(clusters, LAPSED)).isEqualTo("behaviour-2");
        assertThat(label(clusters, NEWCOMER)).isEqualTo("behaviour-3");
    }

    @Test
    void saysWhatSetsThemApart() {
        Clusters clusters = fit(threeKinds(60, 1));
        assertThat(clusters.clusters())
                .extracting(clusters::describe)
                .containsExactly(
                        "bought lately, often, for much", "bought long ago", "bought lately, seldom, for little");
        Clusters alike = fit(Collections.nCopies(100, REGULAR));
        assertThat(alike.describe(alike.clusters().get(0))).isEqualTo("buys as most do");
    }

    @Test
    void keepsLabelsWhenOthersAreLearnedFrom() {
        Clusters first = fit(threeKinds(60, 1));
        List<Behaviour> lapsedSpendMost = new ArrayList<>(threeKinds(60, 2));
        lapsedSpendMost.replaceAll(each -> each.recencyDays() > 200 ? aCustomer(each.recencyDays(), 4, 3_000) : each);
        Clusters second = ClusterTraining.fit(lapsedSpendMost, Optional.of(first));
        assertThat(label(second, REGULAR)).isEqualTo("behaviour-1");
        assertThat(label(second, aCustomer(320, 4, 3_000))).isEqualTo("behaviour-2");
        assertThat(second.labelled()).isEqualTo(3);
    }

    @Test
    void givesANewKindALabelThatWasNeverUsed() {
        Clusters two = fit(threeKinds(60, 1).stream()
                .filter(each -> each.recencyDays() < 200)
                .toList());
        assertThat(two.clusters()).extracting(Cluster::label).containsExactly("behaviour-1", "behaviour-2");
        Clusters three = ClusterTraining.fit(threeKinds(60, 2), Optional.of(two));
        assertThat(label(three, REGULAR)).isEqualTo("behaviour-1");
        assertThat(label(three, NEWCOMER)).isEqualTo("behaviour-2");
        assertThat(label(three, LAPSED)).isEqualTo("behaviour-3");
        assertThat(three.labelled()).isEqualTo(3);
    }

    @Test
    void movesACustomerOnlyIfAnotherCentreIsClearlyNearer() {
        Clusters clusters = fit(threeKinds(60, 1));
        Behaviour between = aCustomer(10, 5, 300);
        assertThat(clusters.labelOf(between, Optional.of("behaviour-1"))).isEqualTo("behaviour-1");
        assertThat(clusters.labelOf(between, Optional.of("behaviour-3"))).isEqualTo("behaviour-3");
        assertThat(clusters.labelOf(NEWCOMER, Optional.of("behaviour-1"))).isEqualTo("behaviour-3");
        assertThat(clusters.labelOf(NEWCOMER, Optional.of("behaviour-99"))).isEqualTo("behaviour-3");
    }

    @Test
    void hasOneSegmentWhereThereIsNothingToTellApart() {
        for (List<Behaviour> customers : List.of(
                List.<Behaviour>of(),
                List.of(REGULAR),
                Collections.nCopies(100, REGULAR),
                threeKinds(5, 1),
                Collections.nCopies(
                        60, new Behaviour(Double.NaN, Double.NaN, 0, 0, Double.NaN, Double.NaN, Double.NaN)))) {
            Clusters clusters = fit(customers);
            assertThat(clusters.clusters()).extracting(Cluster::label).containsExactly("all");
            assertThat(label(clusters, NEWCOMER)).isEqualTo("all");
        }
    }

    @Test
    void copesWithFewDifferentCustomers() {
        List<Behaviour> two = new ArrayList<>(Collections.nCopies(99, REGULAR));
        two.add(LAPSED);
        assertThat(fit(two).clusters()).hasSizeBetween(1, 2);
        List<Behaviour> three = new ArrayList<>(Collections.nCopies(30, REGULAR));
        three.addAll(Collections.nCopies(30, LAPSED));
        three.addAll(Collections.nCopies(30, NEWCOMER));
        assertThat(fit(three).clusters()).hasSize(3);
    }

    @Test
    void ignoresWhatIsNoNumber() {
        List<Behaviour> customers = new ArrayList<>(threeKinds(60, 1));
        customers.add(aCustomer(Double.NaN, 3, 50));
        customers.add(aCustomer(5, Double.POSITIVE_INFINITY, 50));
        customers.add(aCustomer(5, 3, Double.NEGATIVE_INFINITY));
        Clusters clusters = fit(customers);
        assertThat(clusters.customers()).isEqualTo(180);
        assertThat(clusters.clusters())
                .hasSize(3)
                .allSatisfy(cluster -> assertThat(cluster.centre()).doesNotContain(Double.NaN));
    }

    @Test
    void repeats() {
        Clusters one = fit(threeKinds(60, 1));
        Clusters other = fit(threeKinds(60, 1));
        assertThat(one.centres()).isDeepEqualTo(other.centres());
        assertThat(one.stability()).isEqualTo(other.stability()).isBetween(.95, 1.0);
    }

    private static Clusters fit(List<Behaviour> customers) {
        return ClusterTraining.fit(customers, Optional.empty());
    }

    private static String label(Clusters clusters, Behaviour customer) {
        return clusters.labelOf(customer, Optional.empty());
    }
}
