package org.postroad.decide.dmn;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;

/**
 * A column of inputs.
 *
 * @param input the expression in its head; a name, unless the table is faulty
 * @param type of the input, such as {@code string}; empty if it is not said
 * @param cells its tests, by rule
 */
record InputColumn(String input, String type, List<String> cells) {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    static Stream<InputColumn> of(DecisionTable table) {
        List<Input> inputs = List.copyOf(table.getInputs());
        return IntStream.range(0, inputs.size()).mapToObj(column -> of(table, inputs.get(column), column));
    }

    private static InputColumn of(DecisionTable table, Input input, int column) {
        String type = input.getInputExpression().getTypeRef();
        return new InputColumn(
                input.getInputExpression().getText().getTextContent().strip(),
                type == null ? "" : type,
                table.getRules().stream()
                        .map(rule -> List.copyOf(rule.getInputEntries())
                                .get(column)
                                .getText()
                                .getTextContent())
                        .toList());
    }

    /** The texts that its tests name. */
    Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        cells.forEach(cell -> LITERAL.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(literals::add));
        return literals;
    }
}
