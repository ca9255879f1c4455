package org.postroad.report.diagram;

/**
 * How many people are and were at a step.
 *
 * @param waiting people there now
 * @param passed people who came by so far, those waiting included
 */
public record StepTraffic(long waiting, long passed) {

    static final StepTraffic NONE = new StepTraffic(0, 0);
}
