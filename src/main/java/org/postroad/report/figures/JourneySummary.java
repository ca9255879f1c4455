package org.postroad.report.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.lifecycle.JourneyState;

/**
 * The main figures of a journey.
 *
 * @param entered all enrolments; a person who enters twice counts twice
 * @param inside open enrolments
 * @param holdout enrolments of the control group, among those entered
 * @param mailsSent mails accepted by the mail server
 * @param conversions purchases attributed to mails of the journey
 * @param revenue of these purchases
 * @param currency of the revenue; null if the shop did not say
 * @param state whether people can enter, and whether those inside advance
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
