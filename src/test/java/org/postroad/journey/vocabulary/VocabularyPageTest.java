package org.postroad.journey.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code src/docs/vocabulary.md} is generated from {@link ExpressionDoc}. After a change, run {@code mvn test
 * -Dtest=VocabularyPageTest -Dpostroad.page=write}.
 */
class VocabularyPageTest {

    private static final Path PAGE = Path.of("src/docs/vocabulary.md");

    private static final List<String> ORDER =
            List.of("customer", "event", "decision", "journey", "bestTime", "supply", ExpressionVocabulary.CALENDAR);

    @Test
    void matchesTheGeneratedPage() throws IOException {
        if ("write".equals(System.getProperty("postroad.page"))) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE))
                .as("run it with -Dpostroad.page=write")
                .isEqualTo(page());
    }

    @Test
    void documentsEveryWordAndMethod() {
        assertThat(ExpressionVocabulary.IN_ENROLMENT.keySet()).containsExactlyInAnyOrderElementsOf(ORDER);
        assertThat(ORDER.stream().map(ExpressionVocabulary.IN_ENROLMENT::get).flatMap(VocabularyPageTest::methods))
                .filteredOn(method -> !method.getDeclaringClass().equals(EventWord.class))
                .allSatisfy(method -> assertThat(method.getAnnotation(ExpressionDoc.class))
                        .as(method.toString())
                        .isNotNull());
    }

    private static String page() {
        return """
                # Words for conditions and waits

                An expression stands between `${` and `}`. It can compare (`==`, `!=`, `<`, `<=`, `>`, `>=`), combine (`&&`, `||`,
                `!`), ask whether something is missing (`empty`), and use the words below. A period is ISO 8601: `P3D` is three
                days by the customer's calendar, `PT12H` is twelve hours. An entry condition can use only `customer`, `event` and
                `supply`; an audience, only `customer`. A diagram with an unknown word is rejected when it is checked or
                deployed. After "Ask a person", `answer` is the answer: `${answer == 'approve'}`.

                This page is generated from the code.
                """ + ORDER.stream().map(VocabularyPageTest::section).collect(Collectors.joining());
    }

    private static String section(String name) {
        Class<? extends Word> word = Objects.requireNonNull(ExpressionVocabulary.IN_ENROLMENT.get(name));
        String title = name.equals(ExpressionVocabulary.CALENDAR) ? "Moments" : "`" + name + "`";
        String rows = methods(word)
                .filter(method -> method.isAnnotationPresent(ExpressionDoc.class))
                .map(method -> row(name, method))
                .collect(Collectors.joining());
        return "\n## " + title + "\n\n"
                + required(word.getAnnotation(ExpressionDoc.class)).value() + "\n"
                + (rows.isEmpty() ? "" : "\n| | | For example |\n|---|---|---|\n" + rows);
    }

    private static String row(String name, Method method) {
        ExpressionDoc expressionDoc = required(method.getAnnotation(ExpressionDoc.class));
        String expression = name.equals(ExpressionVocabulary.CALENDAR) ? call(method) : name + "." + call(method);
        String example = expressionDoc.example().isEmpty()
                ? ""
                : "`" + expressionDoc.example().replace("|", "\\|") + "`";
        return "| `%s` %s | %s | %s |\n".formatted(expression, kind(method), expressionDoc.value(), example);
    }

    private static ExpressionDoc required(ExpressionDoc expressionDoc) {
        return Objects.requireNonNull(expressionDoc);
    }

    private static String call(Method method) {
        return method.getParameterCount() == 0
                ? method.getName()
                : Arrays.stream(method.getParameters())
                        .map(Parameter::getName)
                        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static String kind(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return "(yes or no)";
        }
        if (type == Date.class) {
            return "(moment)";
        }
        return type == String.class || type == Object.class ? "(text)" : "(number)";
    }

    private static Stream<Method> methods(Class<? extends Word> word) {
        return Arrays.stream(word.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount));
    }
}
