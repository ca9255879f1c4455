package org.postroad.decide.dmn;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * One version of a decision table, parsed. It is evaluated outside the process engine, since only there the matching
 * rules can be heard of without the engine's history or its internals.
 */
final class ParsedDecisionTable {

    private final String name;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matching = ThreadLocal.withInitial(List::of);

    private ParsedDecisionTable(String name, String key, InputStream xml) {
        this.name = name;
        this.engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .customPostDecisionTableEvaluationListeners(List.of(event -> matching.set(event.getMatchingRules())))
                .buildEngine();
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        requireFeelOnly(model);
        this.decision = engine.parseDecision(key, model);
    }

    /** @param name what people call this version, such as {@code offer-eligibility v3} */
    static ParsedDecisionTable parse(String name, String key, InputStream xml) {
        try {
            return new ParsedDecisionTable(name, key, xml);
        } catch (RuntimeException e) {
            throw unusable(name, e);
        }
    }

    String name() {
        return name;
    }

    /** The first rule that fits these inputs. */
    Optional<MatchedRule> firstMatch(Map<String, @Nullable Object> inputs) {
        try {
            engine.evaluateDecisionTable(decision, inputs);
            return matching.get().stream().findFirst().map(rule -> new MatchedRule(name, rule));
        } catch (RuntimeException e) {
            throw unusable(name, e);
        } finally {
            matching.remove();
        }
    }

    /** What all rules that fit these inputs add up to, as the table's hit policy has it; 0 if none fits. */
    long sum(Map<String, @Nullable Object> inputs) {
        try {
            DmnDecisionTableResult result = engine.evaluateDecisionTable(decision, inputs);
            Number sum = result.isEmpty() ? null : result.getSingleEntry();
            return sum == null ? 0 : sum.longValue();
        } catch (RuntimeException e) {
            throw unusable(name, e);
        } finally {
            matching.remove();
        }
    }

    private static void requireFeelOnly(DmnModelInstance model) {
        otherLanguages(model).findAny().ifPresent(language -> {
            throw new IllegalArgumentException(
                    "it uses the expression language '" + language + "', and only FEEL is allowed");
        });
    }

    /** Other expression languages could run code of whoever may deploy a table. */
    static Stream<String> otherLanguages(DmnModelInstance model) {
        return Stream.concat(
                        model.getModelElementsByType(UnaryTests.class).stream().map(UnaryTests::getExpressionLanguage),
                        model.getModelElementsByType(LiteralExpression.class).stream()
                                .map(LiteralExpression::getExpressionLanguage))
                .filter(language ->
                        language != null && !language.toLowerCase(Locale.ROOT).contains("feel"));
    }

    private static DecisionTableUnusable unusable(String name, RuntimeException e) {
        return new DecisionTableUnusable(
                "The decision table %s cannot be used: %s. Correct it in Modeler and deploy it again."
                        .formatted(name, e.getMessage()),
                e);
    }
}
