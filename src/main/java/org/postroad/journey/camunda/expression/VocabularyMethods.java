package org.postroad.journey.camunda.expression;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.vocabulary.Word;

/** The methods of vocabulary words that expressions may call: the public ones that the word's own class declares. */
final class VocabularyMethods {

    private VocabularyMethods() {}

    static Optional<Method> find(Class<? extends Word> word, String name, int parameters) {
        return all(word)
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }

    /** For messages: {@code id, attribute(name), purchasedWithin(period)}. */
    static String described(Class<? extends Word> word) {
        return all(word).map(VocabularyMethods::described).sorted().collect(Collectors.joining(", "));
    }

    @Nullable
    static Object call(Method method, Object word, Object... values) {
        try {
            return method.invoke(word, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is public, but cannot be called", e);
        }
    }

    private static Stream<Method> all(Class<? extends Word> word) {
        return Arrays.stream(word.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static String described(Method method) {
        return method.getParameterCount() == 0
                ? method.getName()
                : Arrays.stream(method.getParameters())
                        .map(Parameter::getName)
                        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
