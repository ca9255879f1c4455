package org.postroad.decide.dmn;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs a decision table cannot tell apart: two numbers between the same two thresholds of a column that compares with
 * numbers only. Other inputs are told apart if they are not equal.
 */
final class IndistinguishableInputs {

    /** Comparisons, intervals and enumerations of numbers. */
    private static final Pattern OF_NUMBERS = Pattern.compile("(not\\s*\\()?[-<>=\\[\\]().,\\d\\s]*");

    private static final Pattern NUMBER = Pattern.compile("-?\\s*\\d+(\\.\\d+)?");

    /** A number without a digit before its point, or a difference. */
    private static final Pattern OTHERWISE_WRITTEN = Pattern.compile("(?<![\\d.])\\.\\d|[\\d)\\]]\\s*-");

    private static final Set<String> INTEGRAL = Set.of("integer", "long");

    private final Map<String, Column> columns = new HashMap<>();

    /** @param integral whether the engine rounds values before it compares them */
    private record Column(NavigableSet<BigDecimal> thresholds, boolean integral) {}

    /** @param threshold the next one below; null if there is none */
    private record Between(@Nullable BigDecimal threshold) {}

    IndistinguishableInputs(DmnModelInstance model) {
        model.getModelElementsByType(DecisionTable.class).forEach(table -> read(table, texts(model)));
    }

    private void read(DecisionTable table, List<String> texts) {
        int index = 0;
        for (Input input : table.getInputs()) {
            InputExpression expression = input.getInputExpression();
            String name = text(expression.getText());
            List<String> cells = cells(table.getRules(), index++);
            if (occursOnce(name, texts) && cells.stream().allMatch(IndistinguishableInputs::isOfNumbers)) {
                columns.put(name, new Column(numbers(cells), isIntegral(expression.getTypeRef())));
            }
        }
    }

    /** @param type null if the table does not say it */
    private static boolean isIntegral(@Nullable String type) {
        return type != null && INTEGRAL.contains(type);
    }

    private static List<String> cells(Collection<Rule> rules, int column) {
        return rules.stream()
                .map(rule -> List.copyOf(rule.getInputEntries()).get(column))
                .map(cell -> text(cell.getText()))
                .toList();
    }

    /** All expressions of the model. */
    private static List<String> texts(DmnModelInstance model) {
        return Stream.concat(
                        model.getModelElementsByType(UnaryTests.class).stream().map(UnaryTests::getText),
                        model.getModelElementsByType(LiteralExpression.class).stream()
                                .map(LiteralExpression::getText))
                .map(IndistinguishableInputs::text)
                .toList();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    /** As the column's input only, so that nothing else depends on its value. */
    private static boolean occursOnce(String name, List<String> texts) {
        return name.matches("\\w+")
                && texts.stream().filter(text -> text.contains(name)).count() == 1;
    }

    private static boolean isOfNumbers(String cell) {
        return OF_NUMBERS.matcher(cell).matches()
                && !OTHERWISE_WRITTEN.matcher(cell).find();
    }

    private static NavigableSet<BigDecimal> numbers(List<String> cells) {
        NavigableSet<BigDecimal> numbers = new TreeSet<>();
        cells.forEach(cell -> {
            for (Matcher number = NUMBER.matcher(cell); number.find(); ) {
                BigDecimal value = new BigDecimal(number.group().replaceAll("\\s", ""));
                numbers.add(value);
                numbers.add(value.negate()); // a sign may also be the end of an interval
            }
        });
        return numbers;
    }

    /** Equal for inputs that the table cannot tell apart. */
    Map<String, @Nullable Object> key(Map<String, @Nullable Object> inputs) {
        Map<String, @Nullable Object> key = new HashMap<>(inputs);
        columns.forEach((name, column) -> key.computeIfPresent(name, (same, value) -> key(column, value)));
        return key;
    }

    private static Object key(Column column, Object value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        boolean comparable = whole || value instanceof Double number && Double.isFinite(number) && !column.integral();
        if (!comparable) {
            return value;
        }
        BigDecimal number = new BigDecimal(value.toString());
        BigDecimal below = column.thresholds().floor(number);
        return below != null && below.compareTo(number) == 0 ? below : new Between(below);
    }
}
