package org.postroad.journey.camunda.expression;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.postroad.event.Event;
import org.postroad.journey.AudienceMatches;
import org.postroad.journey.Journey;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.postroad.journey.vocabulary.Validity;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Component;

/**
 * Evaluates the entry conditions and audiences of journeys. One that fails lets nobody in, is logged once for each version
 * of the journey, and stops no event.
 */
@Component
public class EntryConditions {

    private final JourneyExpressions expressions;
    private final ExpressionVocabulary vocabulary;
    private final ConditionFailures failures = new ConditionFailures();

    EntryConditions(ProcessEngine engine, ExpressionVocabulary vocabulary) {
        this.expressions = JourneyExpressions.of(engine);
        this.vocabulary = vocabulary;
    }

    /** Whether the journey has no entry condition, or it holds for this event. */
    public boolean hold(Journey journey, Event event) {
        String condition = journey.entry().map(EntryRule::condition).orElse("");
        return condition.isEmpty()
                || evaluate(journey, condition, vocabulary.forEntry(event)).orElse(false);
    }

    /** Whether the audiences' expressions hold for customers, and until when. */
    public AudienceMatches match(Collection<Journey> journeys, Collection<String> customerIds) {
        Map<String, Validity> validities = new HashMap<>();
        Map<String, ExpressionContext> contexts = vocabulary.forSegment(customerIds, validities);
        Map<String, Map<String, Boolean>> matches = new LinkedHashMap<>();
        journeys.forEach(journey -> matches.put(journey.key(), match(journey, contexts)));
        Map<String, Instant> validUntil = new HashMap<>();
        validities.forEach((customerId, validity) -> validUntil.put(customerId, validity.until()));
        return new AudienceMatches(matches, validUntil);
    }

    private Map<String, Boolean> match(Journey journey, Map<String, ExpressionContext> contexts) {
        Map<String, Boolean> matches = new LinkedHashMap<>();
        contexts.forEach(
                (customerId, context) -> match(journey, context).ifPresent(holds -> matches.put(customerId, holds)));
        return matches;
    }

    private Optional<Boolean> match(Journey journey, ExpressionContext context) {
        return journey.entry().flatMap(rule -> evaluate(journey, rule.audience(), context));
    }

    private Optional<Boolean> evaluate(Journey journey, String condition, ExpressionContext context) {
        try {
            return Optional.of(expressions.holds(condition, context));
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseFault.isIn(e)) {
                throw e; // nothing is wrong with the condition
            }
            failures.warnOnce(
                    "enter journey '%s' (version %d)".formatted(journey.key(), journey.version()), condition, e);
            return Optional.empty();
        }
    }

    /** The customers for whom a segment's expression holds; failures reach the caller. */
    public Set<String> inSegment(Collection<String> customerIds, String segment) {
        return vocabulary.forSegment(customerIds, new HashMap<>()).entrySet().stream()
                .filter(customer -> expressions.holds(segment, customer.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The faults of a segment's expression, a sentence each; empty if it is valid. */
    public List<String> faultsIn(String segment) {
        return ExpressionCheck.isOneExpression(segment)
                ? new ExpressionCheck(ExpressionVocabulary.IN_SEGMENT).faultsIn(segment)
                : List.of("write it as one expression, for example ${!customer.purchasedWithin('P90D')}.");
    }
}
