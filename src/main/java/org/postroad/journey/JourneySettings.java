package org.postroad.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of journeys.
 *
 * @param location a folder with {@code bpmn/} and {@code dmn/} to deploy instead of the packaged ones
 * @param maxEventAge an event that was older when it was received updates profiles but moves no enrolment
 * @param spread a time of day such as "09:00" is spread over this period, so that mail does not leave all at once
 * @param quietFrom start of the quiet hours, in the customer's time zone
 * @param quietUntil end of the quiet hours
 * @param globalHoldout the share of customers, in [0, 1), who are held out of every journey
 * @param audienceEvery how often a customer is checked against the audiences of journeys without an event, where the result
 *     depends on values that change gradually, such as {@code customer.mailsOpened}; where the moment of the next change can
 *     be told, the customer is checked then
 * @param audienceRate how many customers may enter by these checks in a second
 */
@ConfigurationProperties("postroad.journeys")
public record JourneySettings(
        @Nullable Path location,
        @DefaultValue("PT1H") Duration maxEventAge,
        @DefaultValue("PT10M") Duration spread,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("0") double globalHoldout,
        @DefaultValue("P1D") Duration audienceEvery,
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
