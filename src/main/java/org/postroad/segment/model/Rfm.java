package org.postroad.segment.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Names customers by recency, frequency and money. Each is scored from 1 to 5 by quintiles of all buyers, 5 being the most recent,
 * the most orders, the most money; equal customers have equal scores. FM is the mean of the scores of frequency and money, rounded
 * up. The first rule of {@link #RULES} that holds gives the name. Immutable.
 *
 * @param recency the four cut points, rising, in days
 * @param orders likewise
 * @param revenue likewise
 * @param customers they were taken from
 */
public record Rfm(double[] recency, double[] orders, double[] revenue, int customers) {

    /** @throws RuntimeException if there are not four cut points each */
    public Rfm {
        for (double[] cuts : List.of(recency, orders, revenue)) {
            if (cuts.length != QUINTILES.length) {
                throw new IllegalArgumentException("Quintiles have four cut points, not " + cuts.length + ".");
            }
        }
    }

    /** The name of who bought nothing. */
    public static final String NO_PURCHASE = "prospects";

    private static final int FEWEST = 50;
    private static final double[] QUINTILES = {0.2, 0.4, 0.6, 0.8};

    /**
     * A rule: who has a name, by scores.
     *
     * @param recencyFrom the least score of recency, and so on
     * @param says the rule and what it means, in words
     */
    public record Rule(String name, int recencyFrom, int recencyTo, int valueFrom, int valueTo, String says) {

        boolean holds(int recencyScore, int valueScore) {
            return recencyScore >= recencyFrom
                    && recencyScore <= recencyTo
                    && valueScore >= valueFrom
                    && valueScore <= valueTo;
        }
    }

    /** The rules; each pair of scores has one. */
    public static final List<Rule> RULES = List.of(
            new Rule("champions", 4, 5, 4, 5, "bought lately (R 4-5), often and for much (FM 4-5)"),
            new Rule("loyal", 3, 5, 3, 5, "bought not long ago (R 3-5), often or for much (FM 3-5)"),
            new Rule("potential-loyalists", 4, 5, 2, 2, "bought lately (R 4-5), a few times (FM 2)"),
            new Rule("new-customers", 4, 5, 1, 1, "bought lately (R 4-5), seldom and for little so far (FM 1)"),
            new Rule("about-to-sleep", 3, 3, 1, 2, "bought some time ago (R 3), seldom and for little (FM 1-2)"),
            new Rule("cannot-lose", 1, 1, 4, 5, "bought often and for much (FM 4-5), but very long ago (R 1)"),
            new Rule("at-risk", 1, 2, 3, 5, "bought often or for much (FM 3-5), but long ago (R 1-2)"),
            new Rule("lost", 1, 1, 1, 1, "bought seldom and for little (FM 1), very long ago (R 1)"),
            new Rule("hibernating", 1, 2, 1, 2, "bought seldom or for little (FM 1-2), long ago (R 1-2)"));

    /** All names, with what they mean. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        RULES.forEach(rule -> meanings.put(rule.name(), rule.says()));
        meanings.put(NO_PURCHASE, "bought nothing yet");
        return meanings;
    }

    /** Cuts at the quintiles of a sample. */
    public static Rfm of(List<Behaviour> sample) {
        List<Behaviour> buyers = sample.stream().filter(Behaviour::isBuyer).toList();
        return new Rfm(
                cuts(buyers, Behaviour::recencyDays),
                cuts(buyers, Behaviour::orders),
                cuts(buyers, Behaviour::revenue),
                buyers.size());
    }

    private static double[] cuts(List<Behaviour> buyers, ToDoubleFunction<Behaviour> value) {
        double[] sorted = buyers.stream().mapToDouble(value).sorted().toArray();
        return Arrays.stream(QUINTILES)
                .map(share -> sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))])
                .toArray();
    }

    /** The customer's name; {@value Clusters#ALL} for buyers who are too few, or all alike, for quintiles. */
    public String nameOf(Behaviour behaviour) {
        if (!behaviour.isBuyer()) {
            return NO_PURCHASE;
        }
        if (customers < FEWEST || isOne(recency) && isOne(orders) && isOne(revenue)) {
            return Clusters.ALL;
        }
        int recencyScore = QUINTILES.length + 1 - above(recency, behaviour.recencyDays());
        int value = (above(orders, behaviour.orders()) + above(revenue, behaviour.revenue()) + 1) / 2 + 1;
        return RULES.stream()
                .filter(rule -> rule.holds(recencyScore, value))
                .findFirst()
                .map(Rule::name)
                .orElseThrow();
    }

    private static int above(double[] cuts, double value) {
        return (int) Arrays.stream(cuts).filter(cut -> value > cut).count();
    }

    private static boolean isOne(double[] cuts) {
        return cuts[0] == cuts[cuts.length - 1];
    }
}
