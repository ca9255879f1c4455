package org.postroad.journey.camunda.expression;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.postroad.journey.vocabulary.ExpressionContext;

/** The engine's expression language: JUEL over the journey vocabulary, without Spring beans and engine services. */
public final class JourneyExpressions extends JuelExpressionManager implements ExpressionManager {

    /** Expressions kept in parsed form; a shop has some hundred. */
    private static final int CACHE_SIZE = 1000;

    private final DelegateNames delegates;

    public JourneyExpressions(DelegateNames delegates) {
        this.delegates = delegates;
        setExpressionFactory(new ExpressionFactoryImpl(
                new TreeStore(new CalendarFunction.CalendarFunctionTreeBuilder(), new Cache(CACHE_SIZE))));
    }

    /** The expressions of a running engine. */
    public static JourneyExpressions of(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return (JourneyExpressions) configuration.getExpressionManager();
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String name) {
                return CalendarFunction.NEVER_CALLED;
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        return new VocabularyResolver(delegates);
    }

    /**
     * Whether a condition holds in this context, outside any execution.
     *
     * @throws RuntimeException if it cannot be evaluated
     */
    public boolean holds(String condition, ExpressionContext vocabulary) {
        ELContext context = createElContext((VariableScope) null);
        context.putContext(ExpressionContext.class, vocabulary);
        return (Boolean) expressionFactory
                .createValueExpression(context, condition, Boolean.class)
                .getValue(context);
    }
}
