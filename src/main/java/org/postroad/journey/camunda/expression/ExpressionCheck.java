package org.postroad.journey.camunda.expression;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.postroad.journey.vocabulary.CalendarWord;
import org.postroad.journey.vocabulary.EventWord;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.postroad.journey.vocabulary.IsoDateTimes;
import org.postroad.journey.vocabulary.IsoPeriods;
import org.postroad.journey.vocabulary.Word;

/**
 * Checks an expression without evaluating it: it may use only the given words and their methods, and literal periods,
 * times and weekdays must be readable. Faults are sentences for marketers.
 */
public final class ExpressionCheck {

    private static final Builder JUEL = new CalendarFunction.CalendarFunctionTreeBuilder();

    /** Parsers of literals, by the name of the method parameter that they are passed to. */
    private static final Map<String, Consumer<String>> PARSERS = Map.of(
            "period", IsoPeriods::parse,
            "horizon", IsoPeriods::requireHorizon,
            "time", IsoDateTimes::time,
            "weekday", IsoDateTimes::weekday);

    private final Map<String, Class<? extends Word>> words;
    private final Set<String> texts;

    public ExpressionCheck(Map<String, Class<? extends Word>> words) {
        this(words, Set.of());
    }

    /** @param texts names of plain texts, which have no methods */
    public ExpressionCheck(Map<String, Class<? extends Word>> words, Set<String> texts) {
        this.words = words;
        this.texts = texts;
    }

    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Whether the text is one expression without text around it, so that its value is not converted to a text. */
    public static boolean isOneExpression(String text) {
        return text.startsWith("${") && text.endsWith("}") && text.indexOf('{', 2) < 0;
    }

    public List<String> faultsIn(String expression) {
        List<String> faults = new ArrayList<>();
        try {
            Tree tree = JUEL.build(expression);
            check(tree.getRoot(), faults);
        } catch (TreeBuilderException e) {
            faults.add("it cannot be read from character " + (e.getPosition() + 1) + " on: found " + e.getEncountered()
                    + " where " + e.getExpected() + " was expected.");
        }
        return faults.stream().map(fault -> "in " + expression + ", " + fault).toList();
    }

    private void check(Node node, List<String> faults) {
        if (node instanceof CalendarFunction function) {
            checkFunction(function, faults);
        } else if (node instanceof AstMethod method) {
            checkCall(method, faults);
        } else if (node instanceof AstDot dot) {
            checkProperty(dot, faults);
        } else if (node instanceof AstIdentifier identifier) {
            checkIdentifier(identifier, faults);
        } else {
            checkChildren(node, faults);
        }
    }

    private void checkChildren(Node node, List<String> faults) {
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) != null) {
                check(node.getChild(i), faults);
            }
        }
    }

    private void checkIdentifier(AstIdentifier identifier, List<String> faults) {
        String name = identifier.getName();
        if (!names().contains(name) && !(hasCalendar() && isCalendarProperty(name))) {
            faults.add("'" + name + "' is not known here; known are " + String.join(", ", names()) + ".");
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(words.keySet());
        names.addAll(texts);
        names.remove(ExpressionVocabulary.CALENDAR);
        return names;
    }

    private boolean hasCalendar() {
        return words.containsKey(ExpressionVocabulary.CALENDAR);
    }

    /** {@code nextBirthday}: a function without values, written like a word. */
    private static boolean isCalendarProperty(String name) {
        return VocabularyMethods.find(CalendarWord.class, name, 0).isPresent();
    }

    /** {@code after('P3D', '09:00')} */
    private void checkFunction(CalendarFunction function, List<String> faults) {
        Node values = function.getChild(0);
        checkChildren(values, faults);
        Optional<Method> method = hasCalendar()
                ? VocabularyMethods.find(CalendarWord.class, function.getName(), values.getCardinality())
                : Optional.empty();
        if (method.isEmpty()) {
            faults.add("there is no function '" + function.getName() + "' with " + values.getCardinality()
                    + " values here"
                    + (hasCalendar() ? "; there are " + VocabularyMethods.described(CalendarWord.class) : "")
                    + ".");
        }
        method.ifPresent(called -> checkLiterals(called, values, faults));
    }

    /** {@code word.property}: an event may have any property, other words only those that they declare. */
    private void checkProperty(AstDot dot, List<String> faults) {
        word(dot.getChild(0))
                .filter(word -> word != EventWord.class)
                .ifPresent(word -> find(word, nameOf(dot), 0, faults));
        check(dot.getChild(0), faults);
    }

    private void checkCall(AstMethod method, List<String> faults) {
        Node values = method.getChild(1);
        checkChildren(values, faults);
        Node target = method.getChild(0).getChild(0);
        check(target, faults);
        Optional<Class<? extends Word>> word = word(target);
        if (word.isPresent() && method.getChild(0) instanceof AstDot name) {
            find(word.get(), nameOf(name), values.getCardinality(), faults)
                    .ifPresent(called -> checkLiterals(called, values, faults));
        } else if (!(target instanceof AstIdentifier)) {
            faults.add("only words can be asked something, and by name.");
        }
    }

    private Optional<Class<? extends Word>> word(Node node) {
        return node instanceof AstIdentifier identifier
                ? Optional.ofNullable(words.get(identifier.getName()))
                : Optional.empty();
    }

    private static Optional<Method> find(Class<? extends Word> word, String name, int values, List<String> faults) {
        Optional<Method> method = VocabularyMethods.find(word, name, values);
        if (method.isEmpty()) {
            faults.add("'" + name + "' with " + values + " values cannot be asked; what can is "
                    + VocabularyMethods.described(word) + ".");
        }
        return method;
    }

    /** Literals are parsed now, not when the first customer comes by. */
    private static void checkLiterals(Method method, Node values, List<String> faults) {
        for (int i = 0; i < values.getCardinality(); i++) {
            Consumer<String> parser = PARSERS.get(method.getParameters()[i].getName());
            if (parser != null && values.getChild(i) instanceof AstString text) {
                try {
                    parser.accept(String.valueOf(text.eval(null, null)));
                } catch (IllegalArgumentException e) {
                    faults.add(e.getMessage());
                }
            }
        }
    }

    /** JUEL shows the name of a property in this text only. */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(". ".length());
    }
}
