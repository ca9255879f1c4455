package org.postroad.journey.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroad.customer.HashBucket;

/**
 * The settings of a "Split" or "Experiment" gateway. Deterministic: a customer takes the same branch at the same gateway of
 * the same journey each time.
 *
 * @param branches at least two; their shares add up to one
 * @param experiment the name under which assignments are recorded; empty for a plain split
 */
public record Split(List<SplitBranch> branches, Optional<String> experiment) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("shares", "experiment");
    private static final Pattern BRANCH = Pattern.compile("([\\w.-]+)\\s*=\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A branch.
     *
     * @param flow the id of the sequence flow
     * @param share of the customers, in (0, 1]
     */
    public record SplitBranch(String flow, double share) {}

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static Split of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new Split(
                branches(settings.getOrDefault("shares", "")),
                Optional.ofNullable(settings.get("experiment"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty()));
    }

    /** Whether these settings are those of a split or an experiment. */
    public static boolean isConfiguredIn(Map<String, String> settings) {
        return settings.containsKey("shares") || settings.containsKey("experiment");
    }

    private static List<SplitBranch> branches(String shares) {
        List<SplitBranch> branches = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String text :
                Arrays.stream(shares.split("[,;]")).map(String::strip).toList()) {
            Matcher branch = BRANCH.matcher(text);
            if (!branch.matches()) {
                throw invalid(shares, "");
            }
            BigDecimal percent = new BigDecimal(branch.group(2));
            double share = percent.movePointLeft(2).doubleValue();
            branches.add(new SplitBranch(branch.group(1), share));
            sum = sum.add(percent);
        }
        if (sum.compareTo(HUNDRED) != 0) {
            throw invalid(shares, " Together they are " + sum.toPlainString() + ", not 100.");
        }
        if (branches.size() < 2
                || branches.stream().map(SplitBranch::flow).distinct().count() < branches.size()) {
            throw invalid(shares, " Name two flows or more, each once.");
        }
        return List.copyOf(branches);
    }

    private static IllegalArgumentException invalid(String shares, String why) {
        return new IllegalArgumentException("Setting 'shares' is '" + shares
                + "'; write the id of each outgoing flow with its per cent, for example to-story=50, to-offer=50."
                + why);
    }

    /** The id of the sequence flow that a customer takes. */
    public String branchOf(String customerId, String journey, String gateway) {
        double rest = HashBucket.of(customerId, journey + "/" + gateway);
        for (SplitBranch splitBranch : branches) {
            rest -= splitBranch.share();
            if (rest < 0) {
                return splitBranch.flow();
            }
        }
        return branches.get(branches.size() - 1).flow(); // only by rounding
    }
}
