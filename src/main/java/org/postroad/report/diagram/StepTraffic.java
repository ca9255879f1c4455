package org.postroad.report.diagram;

/**
 * How many people a step has seen.
 *
 * @param waiting people who stand there now
 * @param passed people who came by since the journey began, those who stand there included
 */
public record StepTraffic(long waiting, long passed) {

    static final StepTraffic NONE = new StepTraffic(0, 0);
}
