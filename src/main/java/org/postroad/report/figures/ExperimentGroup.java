package org.postroad.report.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What one group bought within the window after entry.
 *
 * @param people enrolments whose window is over
 * @param purchasers those of them with at least one purchase
 * @param revenue of all their purchases within the window
 * @param variance sample variance of the revenue per enrolment
 */
@Schema(name = "Group")
public record ExperimentGroup(
        long people,
        long purchasers,
        double revenue,
        @JsonIgnore double variance) {

    static final ExperimentGroup NOBODY = new ExperimentGroup(0, 0, 0, 0);

    /** Share with at least one purchase, in [0, 1]; 0 for an empty group. */
    @JsonProperty
    public double purchaseRate() {
        return people == 0 ? 0 : (double) purchasers / people;
    }

    @JsonProperty
    public double revenuePerHead() {
        return people == 0 ? 0 : revenue / people;
    }
}
