package org.postroad.journey.camunda.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.postroad.event.Event;
import org.postroad.journey.Journey;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks a journey's entry condition. One that cannot be answered lets nobody in, and stops no event. */
@Component
public class EntryConditions {

    private static final Logger log = LoggerFactory.getLogger(EntryConditions.class);

    private final JourneyExpressions expressions;
    private final ExpressionVocabulary expressionVocabulary;
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();

    EntryConditions(ProcessEngine engine, ExpressionVocabulary expressionVocabulary) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.expressions = (JourneyExpressions) configuration.getExpressionManager();
        this.expressionVocabulary = expressionVocabulary;
    }

    public boolean hold(Journey journey, Event event) {
        String condition = journey.entry().map(EntryRule::condition).orElse("");
        return condition.isEmpty()
                || ask(journey, condition, expressionVocabulary.forEntry(event)).orElse(false);
    }

    /** Whether the audiences' expressions hold, by journey key and customer id; absent if one cannot be answered. */
    public Map<String, Map<String, Boolean>> match(Collection<Journey> journeys, Collection<String> customerIds) {
        Map<String, ExpressionContext> contexts = expressionVocabulary.forSegment(customerIds);
        Map<String, Map<String, Boolean>> matches = new LinkedHashMap<>();
        journeys.forEach(journey -> matches.put(journey.key(), match(journey, contexts)));
        return matches;
    }

    private Map<String, Boolean> match(Journey journey, Map<String, ExpressionContext> contexts) {
        Map<String, Boolean> matches = new LinkedHashMap<>();
        contexts.forEach(
                (customerId, context) -> match(journey, context).ifPresent(holds -> matches.put(customerId, holds)));
        return matches;
    }

    private Optional<Boolean> match(Journey journey, ExpressionContext expressionContext) {
        return journey.entry().flatMap(rule -> ask(journey, rule.audience(), expressionContext));
    }

    private Optional<Boolean> ask(Journey journey, String condition, ExpressionContext expressionContext) {
        try {
            return Optional.of(expressions.holds(condition, expressionContext));
        } catch (DataAccessException e) {
            throw e; // nothing is wrong with the condition
        } catch (RuntimeException e) {
            warnOnce(journey, condition, e);
            return Optional.empty();
        }
    }

    /** Whether a condition that speaks of nothing but the customer holds for one; the caller deals with failures. */
    public boolean hold(String condition, String customerId) {
        return expressions.holds(condition, expressionVocabulary.forSegment(customerId));
    }

    public List<String> faultsIn(String segment) {
        return ExpressionCheck.isOneExpression(segment)
                ? new ExpressionCheck(ExpressionVocabulary.IN_SEGMENT).faultsIn(segment)
                : List.of("write it as one expression, for example ${!customer.purchasedWithin('P90D')}.");
    }

    /** Once for each version of a journey: the same would be said for every event. */
    private void warnOnce(Journey journey, String condition, RuntimeException e) {
        if (complainedOf.add(journey.key() + ":" + journey.version())) {
            log.warn(
                    "Nobody can enter journey '{}' (version {}) when its condition {} fails, as it did now: {}",
                    journey.key(),
                    journey.version(),
                    condition,
                    e.getMessage());
        }
    }
}
