package org.postroad.decide.dmn;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.postroad.decide.DecisionTableCheck;
import org.springframework.stereotype.Component;

/** Checks the tables that Postroad evaluates against their contracts: known inputs and required outputs. */
@Component
class DmnDecisionTableCheck implements DecisionTableCheck {

    private static final Map<String, TableContract> CONTRACTS = Map.of(
            DmnEligibility.TABLE,
            new TableContract(
                    Set.of(
                            "kind",
                            "channel",
                            "mayMail",
                            "mails",
                            "offers",
                            "costShare",
                            "orders",
                            "discountShare",
                            DmnEligibility.CHURN_RISK,
                            DmnEligibility.LIFETIME_VALUE),
                    Set.of("eligible", "reason")),
            DmnLeadScore.TABLE,
            new TableContract(
                    Set.of(
                            "role",
                            "industry",
                            "companySize",
                            "stage",
                            "talkRequested",
                            "mailsClicked",
                            "articlesRead",
                            "eventsAttended",
                            "seenLately"),
                    Set.of()),
            DmnMailPriority.TABLE,
            new TableContract(
                    Set.of(DmnMailPriority.JOURNEY, "step", "topic", "priority"),
                    Set.of("rank", "whenOutranked", "gap")));

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /**
     * @param inputs the known inputs; a table uses some of them
     * @param outputs the required outputs
     */
    private record TableContract(Set<String> inputs, Set<String> outputs) {}

    @Override
    public List<String> faultsIn(InputStream xml) {
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        Stream<String> languages = ParsedDecisionTable.otherLanguages(model)
                .distinct()
                .map(language -> "It uses the expression language '" + language + "', and only FEEL is allowed.");
        Stream<String> columns = tables(model).entrySet().stream()
                .flatMap(table -> Stream.concat(
                        inputFaults(table.getKey(), table.getValue()), outputFaults(table.getKey(), table.getValue())));
        return Stream.concat(languages, columns).toList();
    }

    private static Stream<String> inputFaults(String key, DecisionTable table) {
        Set<String> known = CONTRACTS
                .getOrDefault(key, new TableContract(Set.of(), Set.of()))
                .inputs();
        return table.getInputs().stream()
                .map(DmnDecisionTableCheck::inputName)
                .filter(input -> !known.contains(input))
                .map(input -> "Table '%s': the input '%s' is not known here; known are %s."
                        .formatted(key, input, String.join(", ", new TreeSet<>(known))));
    }

    private static Stream<String> outputFaults(String key, DecisionTable table) {
        Set<String> given = table.getOutputs().stream().map(Output::getName).collect(Collectors.toSet());
        return new TreeSet<>(CONTRACTS
                        .getOrDefault(key, new TableContract(Set.of(), Set.of()))
                        .outputs())
                .stream()
                        .filter(output -> !given.contains(output))
                        .map(output -> "Table '%s': the output '%s' is missing; add a column of that name."
                                .formatted(key, output));
    }

    @Override
    public Set<String> journeysNamedIn(InputStream xml) {
        DecisionTable table = tables(Dmn.readModelFromStream(xml)).get(DmnMailPriority.TABLE);
        return table == null ? Set.of() : journeysNamedIn(table);
    }

    private static Set<String> journeysNamedIn(DecisionTable table) {
        List<Input> inputs = List.copyOf(table.getInputs());
        Collection<Rule> rules = table.getRules();
        return Stream.iterate(0, column -> column < inputs.size(), column -> column + 1)
                .filter(column -> inputName(inputs.get(column)).equals(DmnMailPriority.JOURNEY))
                .flatMap(column -> rules.stream().map(rule -> text(rule, column)))
                .flatMap(text -> LITERAL.matcher(text).results().map(DmnDecisionTableCheck::literal))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String literal(MatchResult found) {
        return found.group(1);
    }

    private static String text(Rule rule, int column) {
        return List.copyOf(rule.getInputEntries()).get(column).getText().getTextContent();
    }

    private static String inputName(Input input) {
        return input.getInputExpression().getText().getTextContent().strip();
    }

    private static Map<String, DecisionTable> tables(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> CONTRACTS.containsKey(decision.getId()))
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .collect(Collectors.toMap(Decision::getId, decision -> (DecisionTable) decision.getExpression()));
    }
}
