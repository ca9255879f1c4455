package org.postroad.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.Lookalike;
import org.postroad.segment.model.LookalikeTraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is like the members of a named segment: the tenth of the others with the highest scores.
 *
 * @param above a higher score is in that tenth
 */
record Likeness(String segment, Lookalike lookalike, double above) {

    private static final int MOST_SEEDS = 1_000;
    private static final int MOST_OTHERS = 4_000;
    private static final double TENTH = 0.9;
    private static final Logger log = LoggerFactory.getLogger(Likeness.class);

    /** Learns it from samples in random order; empty if there are too few. */
    static Optional<Likeness> learn(String segment, List<Behaviour> members, List<Behaviour> others) {
        if (members.size() < LookalikeTraining.FEWEST || others.size() < LookalikeTraining.FEWEST) {
            return Optional.empty();
        }
        List<Behaviour> known = others.subList(0, Math.min(MOST_OTHERS, others.size()));
        LookalikeTraining.Learned learned =
                LookalikeTraining.fit(members.subList(0, Math.min(MOST_SEEDS, members.size())), known);
        log.debug("Who is like '{}': by {}, lift {}", segment, learned.method(), learned.lift());
        double[] scores = known.stream().mapToDouble(learned.lookalike()::score).toArray();
        Arrays.sort(scores);
        return Optional.of(new Likeness(segment, learned.lookalike(), scores[(int) (TENTH * (scores.length - 1))]));
    }

    boolean holds(Behaviour behaviour) {
        return lookalike.score(behaviour) > above;
    }
}
