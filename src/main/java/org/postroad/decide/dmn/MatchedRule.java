package org.postroad.decide.dmn;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.jspecify.annotations.Nullable;

/** A rule that matched. Each accessor checks the type of the output and throws {@link DecisionTableUnusable}. */
record MatchedRule(String table, DmnEvaluatedDecisionRule rule) {

    String id() {
        return rule.getId();
    }

    boolean flag(String output) {
        if (value(output) instanceof Boolean flag) {
            return flag;
        }
        throw invalidOutput(output, "true or false");
    }

    String text(String output) {
        if (value(output) instanceof String text) {
            return text;
        }
        throw invalidOutput(output, "a text");
    }

    int number(String output) {
        if (value(output) instanceof Number number) {
            return number.intValue();
        }
        throw invalidOutput(output, "a number");
    }

    Duration duration(String output) {
        String text = text(output);
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw invalidOutput(output, "a period in days or hours such as PT20H");
        }
    }

    private @Nullable Object value(String output) {
        DmnEvaluatedOutput evaluated = rule.getOutputEntries().get(output);
        return evaluated == null || evaluated.getValue() == null
                ? null
                : evaluated.getValue().getValue();
    }

    DecisionTableUnusable invalidOutput(String output, String expected) {
        return new DecisionTableUnusable(
                "The decision table %s cannot be used: rule %s gives no output '%s' that is %s. Correct it in Modeler and deploy it again."
                        .formatted(table, id(), output, expected),
                null);
    }
}
