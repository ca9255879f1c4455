package org.postroad.journey.migration;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;

/**
 * A validated request for a migration.
 *
 * @param steps explicit targets by step; steps that keep their id and kind map by themselves
 * @param recalculateAll whether timers are recalculated where {@code recalculate} does not say
 * @param recalculate by step, whether its timers are recalculated
 * @param dryRun whether to return a preview only
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
                .ifPresent(targets ->
                        targets.names().forEach(step -> steps.put(step, targets.requiredText(step, 200))));
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
