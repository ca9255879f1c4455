package org.postroad.journey.step;

import java.util.UUID;

/** An enrolment has reached a step. */
public record StepPassed(UUID enrolmentId, String journey, String step) {}
