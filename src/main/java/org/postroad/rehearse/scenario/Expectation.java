package org.postroad.rehearse.scenario;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The expected result of a scenario.
 *
 * @param passes steps that are passed, in this order; others may be passed in between
 * @param never steps that must not be reached
 * @param mails all mails that are sent, in order
 * @param skipped all mails that were requested but not sent, in order
 */
record Expectation(
        List<String> passes,
        List<String> never,
        List<ExpectedMail> mails,
        List<SkippedMail> skipped,
        Optional<ExpectedEnding> ending) {

    /**
     * An expected mail. Empty parts are not compared.
     *
     * @param subject with {@code *} for any text
     * @param offer the offer's id, or {@code none}
     */
    record ExpectedMail(
            String step,
            Optional<ZonedDateTime> at,
            Optional<String> subject,
            Optional<String> offer,
            Optional<String> to) {}

    /** A mail that was requested but not sent. */
    record SkippedMail(String step, String reason) {}

    /** How the last enrolment must end. */
    sealed interface ExpectedEnding {

        record EndsWithReason(String reason) implements ExpectedEnding {}

        record WaitsAtStep(String step) implements ExpectedEnding {}

        record NoEnrolment() implements ExpectedEnding {}
    }
}
