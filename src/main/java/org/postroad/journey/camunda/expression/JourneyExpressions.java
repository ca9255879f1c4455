package org.postroad.journey.camunda.expression;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.postroad.journey.vocabulary.ExpressionContext;

/** The engine's expression language over our vocabulary instead of Spring's beans and the engine's services. */
public final class JourneyExpressions extends JuelExpressionManager implements ExpressionManager {

    /** Kept as parsed; a shop has some hundred. */
    private static final int EXPRESSIONS = 1000;

    private final DelegateNames delegates;

    public JourneyExpressions(DelegateNames delegates) {
        this.delegates = delegates;
        setExpressionFactory(new ExpressionFactoryImpl(
                new TreeStore(new CalendarFunction.CalendarFunctionTreeBuilder(), new Cache(EXPRESSIONS))));
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String name) {
                return CalendarFunction.ANY;
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        return new VocabularyResolver(delegates);
    }

    /** Whether a condition holds for these words; outside any execution. */
    public boolean holds(String condition, ExpressionContext expressionContext) {
        ELContext context = createElContext((VariableScope) null);
        context.putContext(ExpressionContext.class, expressionContext);
        return (Boolean) expressionFactory
                .createValueExpression(context, condition, Boolean.class)
                .getValue(context);
    }
}
