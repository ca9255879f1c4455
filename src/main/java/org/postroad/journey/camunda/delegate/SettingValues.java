package org.postroad.journey.camunda.delegate;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.vocabulary.Word;

/** What a setting that is a text or an expression comes to, as a JSON value. */
final class SettingValues {

    private SettingValues() {}

    /** Blank if there is nothing to tell. */
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
