package org.postroad.report.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The figures of a journey.
 *
 * @param endedByReason ended enrolments, by reason
 * @param steps in the order of the diagram, from left to right
 * @param mailsByState all mails, by current state
 * @param notSentByReason skipped and cancelled mails, by reason
 * @param conversionsByStep attributed purchases, by the step of the mail
 */
public record JourneyReport(
        JourneySummary headline,
        Map<String, Long> endedByReason,
        List<Step> steps,
        Map<String, Long> mailsByState,
        Map<String, Long> notSentByReason,
        List<StepConversions> conversionsByStep,
        Lift lift) {

    /**
     * A step of the diagram.
     *
     * @param waiting people there now
     * @param passed enrolments that reached it
     */
    public record Step(String id, String name, long waiting, long passed) {}

    /** Purchases attributed to the mails of one step. */
    public record StepConversions(String step, long conversions, BigDecimal revenue) {}
}
