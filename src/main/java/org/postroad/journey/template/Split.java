package org.postroad.journey.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroad.customer.HashBucket;

/**
 * What the "Split" template of a gateway says, or "Experiment". Sticky: a customer goes the same way at the same gateway
 * of the same journey each time.
 *
 * @param ways at least two, whose shares add up to one
 * @param experiment the name under which it is recorded who went which way; empty for a plain split
 */
public record Split(List<SplitBranch> branches, Optional<String> experiment) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("shares", "experiment");
    private static final Pattern WAY = Pattern.compile("([\\w.-]+)\\s*=\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One of the ways.
     *
     * @param flow the id of the sequence flow
     * @param share of the customers, in (0, 1]
     */
    public record SplitBranch(String flow, double share) {}

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static Split of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new Split(
                ways(settings.getOrDefault("shares", "")),
                Optional.ofNullable(settings.get("experiment"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty()));
    }

    /** Whether settings are those of a split. */
    public static boolean isConfiguredIn(Map<String, String> settings) {
        return settings.containsKey("shares") || settings.containsKey("experiment");
    }

    private static List<SplitBranch> ways(String shares) {
        List<SplitBranch> ways = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String text :
                Arrays.stream(shares.split("[,;]")).map(String::strip).toList()) {
            Matcher way = WAY.matcher(text);
            if (!way.matches()) {
                throw refused(shares, "");
            }
            BigDecimal percent = new BigDecimal(way.group(2));
            ways.add(new SplitBranch(way.group(1), percent.movePointLeft(2).doubleValue()));
            sum = sum.add(percent);
        }
        if (sum.compareTo(HUNDRED) != 0) {
            throw refused(shares, " Together they are " + sum.toPlainString() + ", not 100.");
        }
        if (ways.size() < 2
                || ways.size()
                        != new HashSet<>(ways.stream().map(SplitBranch::flow).toList()).size()) {
            throw refused(shares, " Name two flows or more, each once.");
        }
        return List.copyOf(ways);
    }

    private static IllegalArgumentException refused(String shares, String why) {
        return new IllegalArgumentException("Setting 'shares' is '" + shares
                + "'; write the id of each outgoing flow with its per cent, for example to-story=50, to-offer=50."
                + why);
    }

    /** The way of a customer. */
    public String branchOf(String customerId, String journey, String gateway) {
        double lot = HashBucket.of(customerId, journey + "/" + gateway);
        for (SplitBranch splitBranch : branches) {
            lot -= splitBranch.share();
            if (lot < 0) {
                return splitBranch.flow();
            }
        }
        return branches.get(branches.size() - 1).flow(); // what rounding leaves over
    }
}
