package org.postroad.decide.dmn;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.postroad.decide.DecisionTableCheck;
import org.springframework.stereotype.Component;

/** Checks the tables that Postroad evaluates against their contracts: known inputs and required outputs. */
@Component
class DmnDecisionTableCheck implements DecisionTableCheck {

    private static final Map<String, TableContract> CONTRACTS = Map.of(
            DmnEligibility.TABLE,
            new TableContract(
                    Set.of("kind", "channel", "mayMail", "mails", "offers", "costShare", "orders", "discountShare"),
                    true,
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
                    true,
                    Set.of()),
            DmnMailPriority.TABLE,
            new TableContract(
                    Set.of(DmnMailPriority.JOURNEY, "step", "topic", "priority"),
                    false,
                    Set.of("rank", "whenOutranked", "gap")));

    private final SegmentColumnCheck segmentColumns;

    DmnDecisionTableCheck(SegmentColumnCheck segmentColumns) {
        this.segmentColumns = segmentColumns;
    }

    /**
     * @param inputs the known inputs; a table uses some of them
     * @param outlook whether it can also ask for what is learned of a customer
     * @param outputs the required outputs
     */
    private record TableContract(Set<String> inputs, boolean outlook, Set<String> outputs) {

        Set<String> allInputs() {
            Set<String> all = new TreeSet<>(inputs);
            all.addAll(outlook ? OutlookInputs.NAMES : Set.of());
            return all;
        }
    }

    @Override
    public List<String> faultsIn(InputStream xml) {
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        Stream<String> languages = ParsedDecisionTable.otherLanguages(model)
                .distinct()
                .map(language -> "It uses the expression language '" + language + "', and only FEEL is allowed.");
        Stream<String> columns = tables(model).entrySet().stream()
                .flatMap(table -> faultsIn(
                        table.getKey(), table.getValue(), Objects.requireNonNull(CONTRACTS.get(table.getKey()))));
        return Stream.concat(languages, columns).toList();
    }

    private Stream<String> faultsIn(String key, DecisionTable table, TableContract contract) {
        return Stream.of(
                        InputColumn.of(table).flatMap(column -> inputFaults(key, column, contract.allInputs())),
                        InputColumn.of(table).flatMap(column -> segmentColumns.faultsIn(key, column)),
                        outputFaults(key, table, contract.outputs()))
                .flatMap(faults -> faults);
    }

    private static Stream<String> inputFaults(String key, InputColumn column, Set<String> known) {
        return known.contains(column.input())
                ? Stream.empty()
                : Stream.of("Table '%s': the input '%s' is not known here; known are %s."
                        .formatted(key, column.input(), String.join(", ", known)));
    }

    private static Stream<String> outputFaults(String key, DecisionTable table, Set<String> required) {
        Set<String> given = table.getOutputs().stream().map(Output::getName).collect(Collectors.toSet());
        return new TreeSet<>(required)
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
        return InputColumn.of(table)
                .filter(column -> column.input().equals(DmnMailPriority.JOURNEY))
                .flatMap(column -> column.literals().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, DecisionTable> tables(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> CONTRACTS.containsKey(decision.getId()))
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .collect(Collectors.toMap(Decision::getId, decision -> (DecisionTable) decision.getExpression()));
    }
}
