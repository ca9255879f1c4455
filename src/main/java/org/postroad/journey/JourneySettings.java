package org.postroad.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Journeys.
 *
 * @param location a folder with {@code bpmn/} and {@code dmn/} to deploy instead of the packaged ones
 * @param maxEventAge an event that happened longer ago builds profiles and moves nobody
 * @param spread over how long "09:00" is spread, so that not everybody is written to in the same second
 * @param quietFrom from when nobody is to be woken, by the customer's own clock
 * @param quietUntil until when
 * @param globalHoldout the share of customers, in [0, 1), who get nothing from any journey
 * @param audienceEvery how often all customers are looked at for whether they match the audience of a journey; those of
 *     whom an event tells are looked at with the event
 * @param audienceRate at most so many customers a second enter by that look
 */
@ConfigurationProperties("postroad.journeys")
public record JourneySettings(
        @Nullable Path location,
        @DefaultValue("PT1H") Duration maxEventAge,
        @DefaultValue("PT10M") Duration spread,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("0") double globalHoldout,
        @DefaultValue("PT1H") Duration audienceEvery,
        @DefaultValue("500") int audienceRate) {

    public JourneySettings {
        if (globalHoldout < 0 || globalHoldout >= 1) {
            throw new IllegalArgumentException(
                    "postroad.journeys.global-holdout is " + globalHoldout + "; it is a share from 0 to below 1.");
        }
        if (audienceRate < 1) {
            throw new IllegalArgumentException(
                    "postroad.journeys.audience-rate must be at least 1, but is " + audienceRate);
        }
    }
}
