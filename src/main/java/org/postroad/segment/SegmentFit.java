package org.postroad.segment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.ClusterTraining;
import org.postroad.segment.model.Clusters;
import org.postroad.segment.model.Rfm;

/** What was learned of all customers' behaviour. Immutable. */
record SegmentFit(Clusters clusters, Rfm rfm) {

    /** @throws NullPointerException if what was stored lacks one of them */
    SegmentFit {
        Objects.requireNonNull(clusters);
        Objects.requireNonNull(rfm);
    }

    static final SegmentFit EMPTY = of(List.of(), Optional.empty());

    static SegmentFit of(List<Behaviour> sample, Optional<SegmentFit> last) {
        return new SegmentFit(ClusterTraining.fit(sample, last.map(SegmentFit::clusters)), Rfm.of(sample));
    }

    /** The label of the customer's cluster; {@value Rfm#NO_PURCHASE} for who bought nothing. */
    String cluster(Behaviour behaviour, Optional<String> last) {
        return behaviour.isBuyer() ? clusters.labelOf(behaviour, last) : Rfm.NO_PURCHASE;
    }
}
