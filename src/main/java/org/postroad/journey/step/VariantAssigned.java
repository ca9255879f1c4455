package org.postroad.journey.step;

import org.postroad.journey.Enrolment;

/**
 * A customer came to an experiment and was sent one of its ways.
 *
 * @param variant the id of the sequence flow
 */
public record VariantAssigned(Enrolment enrolment, String gateway, String experiment, String variant) {}
