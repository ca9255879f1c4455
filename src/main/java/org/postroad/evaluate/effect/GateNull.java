package org.postroad.evaluate.effect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.Rows;
import org.postroad.learn.policy.Look;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** How often the gate lets a useless policy act: outcomes are shuffled, so that no arm and no policy is better than another. */
@Component
@Conditional(RehearsalMode.class)
class GateNull implements Evaluation {

    private static final int SHUFFLES = 200;
    private static final int LOOKS = 20;
    private static final double AT_MOST = 0.05;

    /** Small trees, since some 1,600 policies are learned. */
    private static final HillstromGate GATE = new HillstromGate(
            BoostingSettings.probabilities(1).withTrees(2, 0.3, 5).exactly(8), 2);

    @Override
    public String id() {
        return "gate-null";
    }

    @Override
    public Finding run(EvaluationData data) {
        Hillstrom all = Hillstrom.read(data);
        int once = 0;
        int often = 0;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Hillstrom useless = shuffled(all, shuffle);
            once += GATE.judge(useless, new Look(1, useless.size())).act() ? 1 : 0;
            often += actsAtAnyLook(useless) ? 1 : 0;
        }
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("acts at one look", once / (double) SHUFFLES);
        figure.put("acts at any of " + LOOKS + " looks", often / (double) SHUFFLES);
        return new Finding(
                "How often the gate lets a useless policy act: outcomes are shuffled over customers and arms, and the policy is"
                        + " learned from them. A look counts when the log has grown by half",
                "%s: %d shuffles of %,d customers; spend; looked at once, and %d times while data grow"
                        .formatted(Hillstrom.FILE, SHUFFLES, all.size(), LOOKS),
                figure,
                Map.of("a z-test at each of 20 looks", 0.254),
                Map.of(),
                "at most 5 % of the shuffles, either way",
                once <= AT_MOST * SHUFFLES && often <= AT_MOST * SHUFFLES);
    }

    /** Features and arms of one customer with the outcomes of another. */
    private static Hillstrom shuffled(Hillstrom all, long seed) {
        Hillstrom rows = all.rows(all.shuffled(seed));
        int[] others = all.shuffled(SHUFFLES + seed);
        return new Hillstrom(
                rows.features(),
                rows.taken(),
                Rows.select(all.visit(), others),
                Rows.select(all.conversion(), others),
                Rows.select(all.spend(), others));
    }

    private static boolean actsAtAnyLook(Hillstrom useless) {
        Optional<Look> last = Optional.empty();
        for (int part = 1; part <= LOOKS; part++) {
            int size = useless.size() * part / LOOKS;
            Optional<Look> next = Look.after(last.orElse(null), size);
            if (next.isPresent()) {
                int[] known = IntStream.range(0, size).toArray();
                if (GATE.judge(useless.rows(known), next.get()).act()) {
                    return true;
                }
                last = next;
            }
        }
        return false;
    }
}
