package org.postroad.evaluate.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.Lookalike;
import org.postroad.segment.model.LookalikeTraining;
import org.postroad.segment.model.LookalikeTraining.Method;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Whether hidden big spenders are found. Behaviour is that before the last {@value #WEEKS} weeks; a big spender is one of the tenth
 * of these customers who spend most in the weeks after, so behaviour does not contain what makes a seed. Half of the big spenders
 * are hidden among the others, {@value #RUNS} times.
 */
@Component
@Conditional(RehearsalMode.class)
class LookalikeLift implements Evaluation {

    private static final int WEEKS = 13;
    private static final int RUNS = 10;
    private static final int TENTH = 10;
    private static final long SEED = 4_712;
    private static final double LEAST = 2.5;

    @Override
    public String id() {
        return "lookalikes";
    }

    @Override
    public Finding run(EvaluationData data) {
        RetailCustomers customers = new RetailCustomers(OnlineRetail.purchases(data));
        LocalDate end = customers.lastDay().plusDays(1);
        LocalDate cut = end.minusWeeks(WEEKS);
        Map<String, Behaviour> before = customers.before(cut);
        Map<String, Double> spent = customers.spent(cut, end);
        List<String> bySpending = before.keySet().stream()
                .sorted(Comparator.comparing((String id) -> -spent.getOrDefault(id, 0.0)))
                .toList();
        int big = bySpending.size() / TENTH;
        Lifts lifts = new Lifts(
                bySpending.subList(0, big).stream().map(before::get).toList(),
                bySpending.subList(big, bySpending.size()).stream()
                        .map(before::get)
                        .toList());
        double chosen = lifts.mean(halves ->
                LookalikeTraining.fit(halves.known(), halves.unlabelled()).lookalike());
        double neighbours = lifts.mean(halves -> Method.NEAREST_NEIGHBOURS.fit(halves.known(), halves.unlabelled()));
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("lift", chosen);
        figure.put(
                "boosted trees", lifts.mean(halves -> Method.BOOSTED_TREES.fit(halves.known(), halves.unlabelled())));
        Map<String, Double> rule = new LinkedHashMap<>();
        rule.put("nearest neighbours", neighbours);
        rule.put("most spent before", lifts.mean(halves -> Behaviour::revenue));
        return new Finding(
                "Lift in the top tenth: how much more often hidden big spenders are there, by what validates better",
                "online-retail, %,d customers before %s, big spenders: the %,d who spend most in the next %d weeks; half of them hidden, %d times"
                        .formatted(before.size(), cut, big, WEEKS, RUNS),
                figure,
                Map.of(),
                rule,
                "2.5, and nearest neighbours",
                chosen >= LEAST && chosen >= neighbours);
    }

    private record Halves(List<Behaviour> known, List<Behaviour> hidden, List<Behaviour> others) {

        List<Behaviour> unlabelled() {
            List<Behaviour> unlabelled = new ArrayList<>(others);
            unlabelled.addAll(hidden);
            return unlabelled;
        }
    }

    private record Lifts(List<Behaviour> seeds, List<Behaviour> others) {

        double mean(Function<Halves, Lookalike> fit) {
            SplittableRandom random = new SplittableRandom(SEED);
            double sum = 0;
            for (int run = 0; run < RUNS; run++) {
                Halves halves = halves(random.split());
                Lookalike lookalike = fit.apply(halves);
                sum += LookalikeTraining.lift(
                        scores(halves.hidden(), lookalike::score), scores(halves.others(), lookalike::score));
            }
            return sum / RUNS;
        }

        private Halves halves(SplittableRandom random) {
            List<Behaviour> known = new ArrayList<>(seeds);
            List<Behaviour> hidden = new ArrayList<>();
            while (hidden.size() < seeds.size() / 2) {
                hidden.add(known.remove(random.nextInt(known.size())));
            }
            return new Halves(known, hidden, others);
        }

        private static double[] scores(List<Behaviour> customers, ToDoubleFunction<Behaviour> score) {
            return customers.stream().mapToDouble(score).toArray();
        }
    }
}
