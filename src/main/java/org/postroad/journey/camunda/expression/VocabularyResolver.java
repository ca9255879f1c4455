package org.postroad.journey.camunda.expression;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.template.AskPerson;
import org.postroad.journey.vocabulary.CalendarWord;
import org.postroad.journey.vocabulary.EventWord;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.postroad.journey.vocabulary.Word;

/**
 * Resolves everything that an expression can reach: delegates by name, the words of the vocabulary, process variables, and
 * the contents of maps and lists. Methods can be called on words only, so that no expression gets from a text to its class,
 * or from an execution to the engine. Nothing can be assigned.
 */
final class VocabularyResolver extends ELResolver {

    private final DelegateNames delegates;

    VocabularyResolver(DelegateNames delegates) {
        this.delegates = delegates;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        return base == null ? resolveName(context, property.toString()) : resolveProperty(context, base, property);
    }

    private @Nullable Object resolveName(ELContext context, String name) {
        if (delegates.contains(name)) {
            context.setPropertyResolved(true);
            return delegates.get(name);
        }
        Optional<ExpressionContext> vocabulary = vocabulary(context);
        Optional<Word> word = vocabulary.flatMap(known -> known.find(name));
        if (word.isPresent()) {
            context.setPropertyResolved(true);
            return word.get();
        }
        return VocabularyMethods.find(CalendarWord.class, name, 0).isPresent()
                ? vocabulary
                        .flatMap(known -> known.find(ExpressionVocabulary.CALENDAR))
                        .map(calendar -> invokeOn(context, calendar, name))
                        .orElse(null)
                : variable(context, name);
    }

    private static Optional<ExpressionContext> vocabulary(ELContext context) {
        if (context.getContext(ExpressionContext.class) instanceof ExpressionContext expressionContext) {
            return Optional.of(expressionContext);
        }
        return execution(context).map(execution -> EnrolmentSession.current().contextOf(execution));
    }

    private static Optional<ExecutionEntity> execution(ELContext context) {
        Object scope = context.getContext(VariableScope.class);
        return Optional.ofNullable(scope instanceof TaskEntity task ? task.getExecution() : scope)
                .filter(ExecutionEntity.class::isInstance)
                .map(ExecutionEntity.class::cast);
    }

    private static @Nullable Object variable(ELContext context, String name) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope && scope.hasVariable(name)) {
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables
                && variables.containsVariable(name)) {
            context.setPropertyResolved(true);
            TypedValue value = variables.resolve(name);
            return value == null ? null : value.getValue();
        }
        if (name.equals(AskPerson.ANSWER)) {
            context.setPropertyResolved(true); // this path of the diagram has no user task
        }
        return null;
    }

    private static @Nullable Object resolveProperty(ELContext context, Object base, Object property) {
        if (base instanceof EventWord event) {
            context.setPropertyResolved(true);
            return event.property(property.toString());
        }
        if (base instanceof Word word) {
            return invokeOn(context, word, property.toString());
        }
        if (base instanceof Map<?, ?> map) {
            context.setPropertyResolved(true);
            return map.get(property);
        }
        if (base instanceof List<?> list && property instanceof Number index) {
            context.setPropertyResolved(true);
            return index.intValue() >= 0 && index.intValue() < list.size() ? list.get(index.intValue()) : null;
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] values) {
        return base instanceof Word word ? invokeOn(context, word, method.toString(), values) : null;
    }

    private static @Nullable Object invokeOn(ELContext context, Word word, String name, Object... values) {
        Optional<Method> method = VocabularyMethods.find(word.getClass(), name, values.length);
        if (method.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(true);
        return VocabularyMethods.call(method.get(), word, coerced(context, method.get(), values));
    }

    private static Object[] coerced(ELContext context, Method method, Object[] values) {
        ExpressionFactory factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        Object[] coerced = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            coerced[i] = values[i] == null ? null : factory.coerceToType(values[i], method.getParameterTypes()[i]);
        }
        return coerced;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        // left unresolved: nothing can be assigned
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
