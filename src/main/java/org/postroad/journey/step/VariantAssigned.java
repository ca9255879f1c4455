package org.postroad.journey.step;

import org.postroad.journey.Enrolment;

/**
 * An enrolment was assigned a variant of an experiment.
 *
 * @param variant the id of the sequence flow it takes
 */
public record VariantAssigned(Enrolment enrolment, String gateway, String experiment, String variant) {}
