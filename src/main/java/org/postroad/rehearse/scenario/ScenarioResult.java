package org.postroad.rehearse.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a scenario.
 *
 * @param steps that were passed in the journey, in order
 * @param mails that were sent, in order
 * @param skipped mails that were requested but not sent, in order
 * @param enrolments how many enrolments there were
 * @param ended why the last of them ended; empty if it is open, or there was none
 * @param waitsAt the steps where tokens still wait
 * @param failures failed steps and events, a sentence each
 */
record ScenarioResult(
        List<String> steps,
        List<SentMail> mails,
        List<Expectation.SkippedMail> skipped,
        int enrolments,
        Optional<String> ended,
        Set<String> waitsAt,
        List<String> failures) {

    /**
     * A mail that was sent.
     *
     * @param offer id of the offer decided on, or {@code none}
     */
    record SentMail(String step, Instant at, String subject, String offer, String to) {}
}
