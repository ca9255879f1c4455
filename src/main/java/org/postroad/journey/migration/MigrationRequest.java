package org.postroad.journey.migration;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;

/**
 * What is asked for when a live journey is to be changed.
 *
 * @param steps what was written about steps; what keeps its id and kind maps by itself
 * @param recalculateAll whether timers count anew that nothing was written about
 * @param recalculate what was written about the timers of steps
 * @param dryRun only shows what would be done
 */
record MigrationRequest(
        int from,
        int to,
        Map<String, String> steps,
        boolean recalculateAll,
        Map<String, Boolean> recalculate,
        BigDecimal share,
        boolean dryRun) {

    static MigrationRequest of(JsonFields body) {
        Object timers = body.values().getOrDefault("timers", "keep");
        return new MigrationRequest(
                version(body, "from"),
                version(body, "to"),
                steps(body),
                timers instanceof String rule && recalculates("timers", rule),
                timers instanceof Map<?, ?> bySteps ? rules(bySteps) : Map.of(),
                share(body).orElse(BigDecimal.ONE),
                body.bool("dryRun").orElse(false));
    }

    private static int version(JsonFields body, String name) {
        return body.nonNegativeInteger(name)
                .orElseThrow(() -> new BadInput(name + " is missing; it is the number of a version, for example 1"));
    }

    private static Map<String, String> steps(JsonFields body) {
        Map<String, String> steps = new HashMap<>();
        body.object("steps")
                .ifPresent(written ->
                        written.names().forEach(step -> steps.put(step, written.requiredText(step, 200))));
        return steps;
    }

    private static Map<String, Boolean> rules(Map<?, ?> bySteps) {
        Map<String, Boolean> rules = new HashMap<>();
        bySteps.forEach((step, rule) -> rules.put(step.toString(), recalculates("timers." + step, rule)));
        return rules;
    }

    private static boolean recalculates(String field, Object rule) {
        if (!rule.equals("keep") && !rule.equals("recalculate")) {
            throw new BadInput(field + " must be \"keep\" or \"recalculate\", but is \"" + rule + "\"");
        }
        return rule.equals("recalculate");
    }

    static Optional<BigDecimal> share(JsonFields body) {
        Optional<BigDecimal> share = body.nonNegativeDecimal("share");
        if (share.filter(given -> given.signum() == 0 || given.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            throw new BadInput("share must be more than 0 and at most 1, for example 0.1 for a tenth of the people");
        }
        return share;
    }
}
