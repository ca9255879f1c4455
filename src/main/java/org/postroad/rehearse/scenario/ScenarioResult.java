package org.postroad.rehearse.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a story.
 *
 * @param steps that were passed in the journey, in order
 * @param mails that were posted, in order
 * @param skipped what was ordered and not posted, in order
 * @param walks how many walks of the journey were begun
 * @param ended why the last of them ended; empty if it has not, or there was none
 * @param waitsAt the steps where somebody still waits
 * @param troubles what went wrong beside, a sentence each
 */
record ScenarioResult(
        List<String> steps,
        List<SentMail> mails,
        List<Expectation.SkippedMail> skipped,
        int walks,
        Optional<String> ended,
        Set<String> waitsAt,
        List<String> troubles) {

    /**
     * A mail that was posted.
     *
     * @param offer the offer that was decided for it, or {@code none}
     */
    record SentMail(String step, Instant at, String subject, String offer, String to) {}
}
