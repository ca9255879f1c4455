package org.postroad.report.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A journey in detail.
 *
 * @param endedByReason walks that are over, by why they ended
 * @param steps in the order of the diagram, from left to right
 * @param mailsByState mails ever ordered, by where they are now
 * @param notSentByReason those that were skipped or cancelled, by why
 * @param conversionsByStep purchases by the step whose mail may claim them
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
     * @param waiting people who stand there now
     * @param passed walks that came by
     */
    public record Step(String id, String name, long waiting, long passed) {}

    /** What the mails of one step may claim. */
    public record StepConversions(String step, long conversions, BigDecimal revenue) {}
}
