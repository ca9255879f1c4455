package org.postroad.segment;

import java.util.Optional;
import org.postroad.decide.CustomerSegments;
import org.postroad.segment.model.Rfm;
import org.springframework.stereotype.Component;

/** Segments in decision tables. */
@Component
record SegmentsInTables(Segments segments, NamedSegments named) implements CustomerSegments {

    @Override
    public String labelOf(String customerId) {
        return segments.of(customerId);
    }

    @Override
    public boolean contains(String segment, String customerId) {
        return segments.contains(segment, customerId);
    }

    @Override
    public boolean isLike(String segment, String customerId) {
        return segments.isLike(segment, customerId);
    }

    @Override
    public Optional<String> faultIn(Question question, String segment) {
        return switch (question) {
            case LABEL -> faultInLabel(segment);
            case IN -> exists(segment) ? Optional.empty() : Optional.of(nowhere(segment));
            case LIKE -> faultInLikeness(segment);
        };
    }

    private static Optional<String> faultInLabel(String name) {
        return SegmentNames.isLabel(name) || name.equals(Rfm.NO_PURCHASE)
                ? Optional.empty()
                : Optional.of(
                        "'%s' is no label; labels are 'behaviour-1' and so on, 'prospects' and 'all'. Ask for other segments in the column 'segments'"
                                .formatted(name));
    }

    private Optional<String> faultInLikeness(String name) {
        if (named.find(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                exists(name)
                        ? "'" + name
                                + "' is learned; only of segments that people defined it is known who is like their members"
                        : nowhere(name));
    }

    private static String nowhere(String name) {
        return "there is no segment '" + name + "'";
    }

    private boolean exists(String name) {
        return named.find(name).isPresent() || SegmentNames.isLearned(name);
    }
}
