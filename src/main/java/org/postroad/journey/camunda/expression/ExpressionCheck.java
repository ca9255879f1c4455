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

/** Reads an expression without evaluating it: does it speak only of what there is? */
public final class ExpressionCheck {

    private static final Builder JUEL = new CalendarFunction.CalendarFunctionTreeBuilder();

    /** By the name of the parameter. */
    private static final Map<String, Consumer<String>> READERS =
            Map.of("period", IsoPeriods::parse, "time", IsoDateTimes::time, "weekday", IsoDateTimes::weekday);

    private final Map<String, Class<? extends Word>> words;
    private final Set<String> texts;

    public ExpressionCheck(Map<String, Class<? extends Word>> words) {
        this(words, Set.of());
    }

    /** @param texts names that stand for a mere text, which cannot be asked anything */
    public ExpressionCheck(Map<String, Class<? extends Word>> words, Set<String> texts) {
        this.words = words;
        this.texts = texts;
    }

    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Nothing around it, so that it answers with a value and not with a text. */
    public static boolean isOneExpression(String text) {
        return text.startsWith("${") && text.endsWith("}") && text.indexOf('{', 2) < 0;
    }

    public List<String> faultsIn(String expression) {
        List<String> faults = new ArrayList<>();
        try {
            Tree tree = JUEL.build(expression);
            look(tree.getRoot(), faults);
        } catch (TreeBuilderException e) {
            faults.add("it cannot be read from character " + (e.getPosition() + 1) + " on: found " + e.getEncountered()
                    + " where " + e.getExpected() + " was expected.");
        }
        return faults.stream().map(fault -> "in " + expression + ", " + fault).toList();
    }

    private void look(Node node, List<String> faults) {
        if (node instanceof CalendarFunction function) {
            function(function, faults);
        } else if (node instanceof AstMethod method) {
            call(method, faults);
        } else if (node instanceof AstDot dot) {
            property(dot, faults);
        } else if (node instanceof AstIdentifier identifier) {
            identifier(identifier, faults);
        } else {
            inside(node, faults);
        }
    }

    private void inside(Node node, List<String> faults) {
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) != null) {
                look(node.getChild(i), faults);
            }
        }
    }

    private void identifier(AstIdentifier identifier, List<String> faults) {
        String name = identifier.getName();
        if (!named().contains(name) && !(knowsTheCalendar() && isMoment(name))) {
            faults.add("'" + name + "' is not known here; known are " + String.join(", ", named()) + ".");
        }
    }

    private Set<String> named() {
        Set<String> named = new TreeSet<>(words.keySet());
        named.addAll(texts);
        named.remove(ExpressionVocabulary.CALENDAR);
        return named;
    }

    private boolean knowsTheCalendar() {
        return words.containsKey(ExpressionVocabulary.CALENDAR);
    }

    /** {@code nextBirthday}: a function without values is written like a word. */
    private static boolean isMoment(String name) {
        return VocabularyMethods.find(CalendarWord.class, name, 0).isPresent();
    }

    /** {@code after('P3D', '09:00')} */
    private void function(CalendarFunction function, List<String> faults) {
        Node values = function.getChild(0);
        inside(values, faults);
        Optional<Method> method = knowsTheCalendar()
                ? VocabularyMethods.find(CalendarWord.class, function.getName(), values.getCardinality())
                : Optional.empty();
        if (method.isEmpty()) {
            faults.add("there is no function '" + function.getName() + "' with " + values.getCardinality()
                    + " values here"
                    + (knowsTheCalendar() ? "; there are " + VocabularyMethods.described(CalendarWord.class) : "")
                    + ".");
        }
        method.ifPresent(called -> writtenOut(called, values, faults));
    }

    /** {@code word.property}: an event has whatever properties it has, other words only what they declare. */
    private void property(AstDot dot, List<String> faults) {
        word(dot.getChild(0))
                .filter(word -> word != EventWord.class)
                .ifPresent(word -> known(word, nameOf(dot), 0, faults));
        look(dot.getChild(0), faults);
    }

    private void call(AstMethod method, List<String> faults) {
        Node values = method.getChild(1);
        inside(values, faults);
        Node target = method.getChild(0).getChild(0);
        look(target, faults);
        Optional<Class<? extends Word>> word = word(target);
        if (word.isPresent() && method.getChild(0) instanceof AstDot name) {
            known(word.get(), nameOf(name), values.getCardinality(), faults)
                    .ifPresent(called -> writtenOut(called, values, faults));
        } else if (!(target instanceof AstIdentifier)) {
            faults.add("only words can be asked something, and by name.");
        }
    }

    private Optional<Class<? extends Word>> word(Node node) {
        return node instanceof AstIdentifier identifier
                ? Optional.ofNullable(words.get(identifier.getName()))
                : Optional.empty();
    }

    private static Optional<Method> known(Class<? extends Word> word, String name, int values, List<String> faults) {
        Optional<Method> method = VocabularyMethods.find(word, name, values);
        if (method.isEmpty()) {
            faults.add("'" + name + "' with " + values + " values cannot be asked; what can is "
                    + VocabularyMethods.described(word) + ".");
        }
        return method;
    }

    /** What is written out is read now, not when the first customer comes by. */
    private static void writtenOut(Method method, Node values, List<String> faults) {
        for (int i = 0; i < values.getCardinality(); i++) {
            Consumer<String> reader = READERS.get(method.getParameters()[i].getName());
            if (reader != null && values.getChild(i) instanceof AstString text) {
                try {
                    reader.accept(String.valueOf(text.eval(null, null)));
                } catch (IllegalArgumentException e) {
                    faults.add(e.getMessage());
                }
            }
        }
    }

    /** JUEL shows a property's name only so. */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(". ".length());
    }
}
