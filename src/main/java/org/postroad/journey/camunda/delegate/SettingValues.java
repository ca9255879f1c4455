package org.postroad.journey.camunda.delegate;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.vocabulary.Word;

/** Evaluates a setting that is a text or an expression. */
final class SettingValues {

    private SettingValues() {}

    /**
     * The value in a form that JSON can hold; an empty text for null.
     *
     * @throws IllegalArgumentException if the expression names a word of the vocabulary without a property
     */
    static Object of(String setting, DelegateExecution execution) {
        if (!ExpressionCheck.isExpression(setting)) {
            return setting;
        }
        Object value = Context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression(setting)
                .getValue(execution);
        return value == null ? "" : json(setting, value);
    }

    private static Object json(String setting, Object value) {
        if (value instanceof Word) {
            throw new IllegalArgumentException(setting + " is no value; ask it for something, as in ${customer.id}.");
        }
        return value instanceof Date date ? date.toInstant().toString() : value;
    }
}
