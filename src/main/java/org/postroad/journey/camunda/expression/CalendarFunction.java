package org.postroad.journey.camunda.expression;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.Bindings;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.vocabulary.ExpressionVocabulary;

/**
 * A function in an expression, {@code after('P3D')}: a method of the {@linkplain ExpressionVocabulary#CALENDAR calendar} of
 * the enrolment. JUEL would bind it to a static method when it reads the expression, and that could not know the enrolment.
 */
final class CalendarFunction extends AstFunction {

    /** Satisfies JUEL, which wants a static method for each function; any number of values fits it. */
    static final Method NEVER_CALLED = method("neverCalled");

    private CalendarFunction(String name, int index, AstParameters values) {
        super(name, index, values, true);
    }

    /** Parses functions as calls of the calendar. */
    static final class CalendarFunctionTreeBuilder extends Builder {

        CalendarFunctionTreeBuilder() {
            super(Feature.METHOD_INVOCATIONS);
        }

        @Override
        protected Parser createParser(String expression) {
            return new Parser(this, expression) {
                @Override
                protected AstFunction createAstFunction(String name, int index, AstParameters values) {
                    return new CalendarFunction(name, index, values);
                }
            };
        }
    }

    @Override
    public @Nullable Object eval(Bindings bindings, ELContext context) {
        Object calendar = context.getELResolver().getValue(context, null, ExpressionVocabulary.CALENDAR);
        Object[] values = new Object[getParamCount()];
        Arrays.setAll(values, i -> getParam(i).eval(bindings, context));
        context.setPropertyResolved(false);
        Object answer = context.getELResolver().invoke(context, calendar, getName(), null, values);
        if (!context.isPropertyResolved()) {
            throw new ELException("There is no function '" + getName() + "' here.");
        }
        return answer;
    }

    private static Object neverCalled(Object... values) {
        throw new IllegalStateException("The calendar is called instead.");
    }

    private static Method method(String name) {
        try {
            return CalendarFunction.class.getDeclaredMethod(name, Object[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
