package org.postroad.journey.template;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an "Ask a person" user task.
 *
 * @param answers the possible answers, in order; empty if the person only completes the task
 */
public record AskPerson(List<String> answers) {

    /** The process variable that holds the latest answer, for expressions too. */
    public static final String ANSWER = "answer";

    private static final TemplateInputs SETTINGS = TemplateInputs.of("answers");
    private static final Pattern ANSWER_PATTERN = Pattern.compile("[a-z][a-z0-9_-]*");

    /**
     * Parses and validates the template's settings.
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
        if (!distinct || !answers.stream().allMatch(ANSWER_PATTERN.asMatchPredicate())) {
            throw new IllegalArgumentException("Setting 'answers' is '" + given
                    + "'; write different words in lower case with commas between them, for example approve, decline.");
        }
        return new AskPerson(answers);
    }

    /**
     * Checks a person's answer.
     *
     * @throws IllegalArgumentException if it is not one of the answers
     */
    public void validate(@Nullable Object answer) {
        if (!answers.isEmpty() && !(answer instanceof String text && answers.contains(text))) {
            throw new IllegalArgumentException("The variable '" + ANSWER + "' is "
                    + (answer == null ? "missing" : "'" + answer + "'") + "; it must be one of "
                    + String.join(", ", answers) + ".");
        }
    }
}
