package org.postroad.rehearse.scenario;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What should come of a story.
 *
 * @param passes steps that are passed, in this order, with others between
 * @param never steps that nobody comes to
 * @param mails all that are posted, in order
 * @param skipped all that were ordered and not posted, in order
 */
record Expectation(
        List<String> passes,
        List<String> never,
        List<ExpectedMail> mails,
        List<SkippedMail> skipped,
        Optional<ExpectedEnding> ending) {

    /**
     * A mail. What is empty may be anything.
     *
     * @param subject with {@code *} for anything
     * @param offer the offer's id, or {@code none}
     */
    record ExpectedMail(
            String step,
            Optional<ZonedDateTime> at,
            Optional<String> subject,
            Optional<String> offer,
            Optional<String> to) {}

    /** A mail that was ordered and not posted. */
    record SkippedMail(String step, String reason) {}

    /** How the last walk is to end. */
    sealed interface ExpectedEnding {

        record EndsWithReason(String reason) implements ExpectedEnding {}

        record WaitsAtStep(String step) implements ExpectedEnding {}

        record NoEnrolment() implements ExpectedEnding {}
    }
}
