package org.postroad.report.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.lifecycle.JourneyState;

/**
 * A journey in one line.
 *
 * @param entered walks ever begun; a person who came again counts again
 * @param inside people who are on their way now
 * @param holdout walks of the control group, among those entered
 * @param mailsSent mails that a mail server accepted
 * @param conversions purchases that a mail of the journey may claim
 * @param revenue of these purchases
 * @param currency of the revenue; null if the shop did not say
 * @param state whether people enter, and whether those inside walk on
 */
@Schema(name = "Headline")
public record JourneySummary(
        String key,
        String name,
        int version,
        String documentation,
        long entered,
        long inside,
        long holdout,
        long mailsSent,
        long conversions,
        BigDecimal revenue,
        @Nullable String currency,
        JourneyState state) {}
