package org.postroad.decide.dmn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * One version of a decision table, parsed. It has a DMN engine of its own: only there can a listener see the matching rules
 * without the process engine's history or internal API. Thread-safe.
 *
 * <p>The engine reads the text of every cell anew at each evaluation, so matches are remembered by {@linkplain
 * IndistinguishableInputs what the table can tell apart} of their inputs, unless it asks for the time and therefore is no
 * function of them.
 */
final class ParsedDecisionTable {

    private static final int MATCHES_REMEMBERED = 10_000;

    /** A call of one of FEEL's functions of the present time. */
    private static final Pattern TIME = Pattern.compile("\\b(now|today)\\s*\\(");

    private final String name;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matching = ThreadLocal.withInitial(List::of);
    private final Map<String, Set<String>> literals;
    private final IndistinguishableInputs indistinguishable;
    private final Cache<Map<String, @Nullable Object>, Optional<MatchedRule>> matches;

    private ParsedDecisionTable(String name, String key, InputStream xml) {
        this.name = name;
        this.engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .customPostDecisionTableEvaluationListeners(List.of(event -> matching.set(event.getMatchingRules())))
                .buildEngine();
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        requireFeelOnly(model);
        this.decision = engine.parseDecision(key, model);
        this.indistinguishable = new IndistinguishableInputs(model);
        this.literals = model.getModelElementsByType(DecisionTable.class).stream()
                .flatMap(InputColumn::of)
                .collect(Collectors.toUnmodifiableMap(
                        InputColumn::input, InputColumn::literals, ParsedDecisionTable::union));
        this.matches = Caffeine.newBuilder()
                .maximumSize(asksForTime(model) ? 0 : MATCHES_REMEMBERED)
                .executor(Runnable::run)
                .build();
    }

    /** @param name key and version for people, such as {@code offer-eligibility v3} */
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

    /** Whether a column of the table has this input. */
    boolean asksFor(String input) {
        return literals.containsKey(input);
    }

    /** The texts that the tests of this input name. */
    Set<String> literalsFor(String input) {
        return literals.getOrDefault(input, Set.of());
    }

    /** The first rule that matches these inputs. */
    Optional<MatchedRule> firstMatch(Map<String, @Nullable Object> inputs) {
        return matches.get(indistinguishable.key(inputs), key -> evaluate(inputs));
    }

    private Optional<MatchedRule> evaluate(Map<String, @Nullable Object> inputs) {
        try {
            engine.evaluateDecisionTable(decision, inputs);
            return matching.get().stream().findFirst().map(rule -> new MatchedRule(name, rule));
        } catch (RuntimeException e) {
            throw unusable(name, e);
        } finally {
            matching.remove();
        }
    }

    /** The aggregated output of all rules that match these inputs, by the table's hit policy; 0 if none matches. */
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

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean asksForTime(DmnModelInstance model) {
        return Stream.of(UnaryTests.class, LiteralExpression.class)
                .flatMap(cells -> model.getModelElementsByType(cells).stream())
                .anyMatch(cell -> TIME.matcher(cell.getRawTextContent()).find());
    }

    private static void requireFeelOnly(DmnModelInstance model) {
        otherLanguages(model).findAny().ifPresent(language -> {
            throw new IllegalArgumentException(
                    "it uses the expression language '" + language + "', and only FEEL is allowed");
        });
    }

    /** Expression languages other than FEEL in the model. They must be refused: they could run arbitrary code. */
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
