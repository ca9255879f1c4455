package org.postroad.rehearse.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came of a simulation, about its journey.
 *
 * @param mailsByStep mails posted, by step
 * @param notPosted mails that were held back for good, by reason
 * @param othersAtOnce people who were in another journey at the same time, by that journey
 * @param delayed mails that waited for another, by reason
 * @param offers how often each offer was given, by id
 * @param mailsADay over all journeys: on how many customers' days nobody, one, two … mails came
 * @param deadPaths sequence flows that nobody took
 */
record SimulationResult(
        String svg,
        EnrolmentCounts standing,
        Map<String, Long> mailsByStep,
        Map<String, Long> notPosted,
        Map<String, Long> othersAtOnce,
        Map<String, Long> delayed,
        Map<String, Long> offers,
        Map<String, Long> mailsADay,
        RevenueLift lift,
        List<String> deadPaths) {

    /** Walks of the journey. */
    record EnrolmentCounts(long entered, long inside, long heldOut, Map<String, Long> ended) {}

    /**
     * What people who were mailed bought beside those who were held out, a head.
     *
     * @param revenue of who was not held out, within the window after entry
     * @param difference what the journey brought, a head; NaN if nobody was held out
     */
    record RevenueLift(
            long windowDays,
            long treated,
            long control,
            double revenue,
            double difference,
            double low,
            double high,
            String inWords) {

        boolean isKnown() {
            return !Double.isNaN(difference);
        }
    }

    long mails() {
        return mailsByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For the console. */
    List<String> lines() {
        Stream<String> steps =
                mailsByStep.entrySet().stream().map(each -> "  %-40s %,8d".formatted(each.getKey(), each.getValue()));
        return Stream.of(
                        Stream.of("%,d entered, %,d of them held out; %,d mails:"
                                .formatted(standing.entered(), standing.heldOut(), mails())),
                        steps,
                        Stream.of(liftLine()),
                        deadPaths.stream().map(flow -> "  nobody took " + flow))
                .flatMap(lines -> lines)
                .toList();
    }

    String liftLine() {
        return lift.isKnown()
                ? String.format(
                        Locale.ROOT,
                        "Revenue a head within %d days: %.2f; the journey brought %+.2f (95 %%: %+.2f to %+.2f).",
                        lift.windowDays(),
                        lift.revenue(),
                        lift.difference(),
                        lift.low(),
                        lift.high())
                : lift.inWords();
    }
}
