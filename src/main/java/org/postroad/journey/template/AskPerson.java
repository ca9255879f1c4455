package org.postroad.journey.template;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the "Ask a person" template of a user task says.
 *
 * @param answers among which the person chooses, in this order; empty if it is enough that they are done
 */
public record AskPerson(List<String> answers) {

    /** As this, expressions speak of what the last person who was asked has answered. */
    public static final String ANSWER = "answer";

    private static final TemplateInputs SETTINGS = TemplateInputs.of("answers");
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]*");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static AskPerson of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        String given = settings.getOrDefault("answers", "");
        List<String> answers = given.isBlank()
                ? List.of()
                : Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        boolean distinct = new HashSet<>(answers).size() == answers.size();
        if (!distinct || !answers.stream().allMatch(FORM.asMatchPredicate())) {
            throw new IllegalArgumentException("Setting 'answers' is '" + given
                    + "'; write different words in lower case with commas between them, for example approve, decline.");
        }
        return new AskPerson(answers);
    }

    /**
     * Takes what a person has answered.
     *
     * @throws IllegalArgumentException if it is none of the answers
     */
    public void validate(@Nullable Object answer) {
        if (!answers.isEmpty() && !(answer instanceof String text && answers.contains(text))) {
            throw new IllegalArgumentException("The variable '" + ANSWER + "' is "
                    + (answer == null ? "missing" : "'" + answer + "'") + "; it must be one of "
                    + String.join(", ", answers) + ".");
        }
    }
}
