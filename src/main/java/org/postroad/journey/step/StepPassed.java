package org.postroad.journey.step;

import java.util.UUID;

/** A customer came to a step. */
public record StepPassed(UUID enrolmentId, String journey, String step) {}
