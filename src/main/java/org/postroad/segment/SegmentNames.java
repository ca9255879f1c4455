package org.postroad.segment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postroad.segment.model.Clusters;
import org.postroad.segment.model.Rfm;

/** Which names a segment may have. */
final class SegmentNames {

    static final String CLUSTER = "behaviour-";
    private static final String LIKE = "like:";
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private SegmentNames() {}

    /** Under which name those are stored who are like the members of a segment. */
    static String like(String name) {
        return LIKE + name;
    }

    /** Why nobody may give this name to a segment, in a sentence; empty if they may. */
    static Optional<String> faultIn(String name) {
        if (!VALID.matcher(name).matches()) {
            return Optional.of(
                    "A segment's name has at most 60 small letters, digits and hyphens, such as big-spenders.");
        }
        return isLearned(name)
                ? Optional.of("The name '" + name + "' belongs to a segment that is learned. Choose another.")
                : Optional.empty();
    }

    /** Whether it is an RFM name or a label. */
    static boolean isLearned(String name) {
        return isLabel(name) || Rfm.meanings().containsKey(name);
    }

    /** Whether it is the label of a cluster, in this fit or another. */
    static boolean isLabel(String name) {
        return name.startsWith(CLUSTER) || name.equals(Clusters.ALL);
    }
}
