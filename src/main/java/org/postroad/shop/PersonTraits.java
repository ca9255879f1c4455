package org.postroad.shop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.postroad.shop.world.DailyRoutine;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.SimulatedPerson;

/**
 * The habits of somebody who shall live in a simulation.
 *
 * @param id unique; begins with {@code c-}
 * @param seed all of this person's chance comes from it
 * @param email unique
 * @param taste by product category, summing to 1
 * @param interests by article topic, summing to 1; empty if there is nothing to read
 * @param discountShare share of orders with a discount among those that no mail brings about, in [0, 1]
 * @param visitsPerWeek mean number of visits that no mail brings about, see {@link #LED_BY_A_CLICK}
 * @param buysOnVisit probability that such a visit ends in an order
 * @param opens probability of opening a mail
 * @param clicks probability of clicking a mail that was opened
 * @param mail when the mail is looked through
 * @param shop when the shop is visited
 */
public record PersonTraits(
        String id,
        long seed,
        String email,
        Instant joined,
        ZoneId zone,
        Map<String, Double> taste,
        Map<String, Double> interests,
        double discountShare,
        double visitsPerWeek,
        double buysOnVisit,
        double opens,
        double clicks,
        Hours mail,
        Hours shop) {

    /** Visits and orders that a mail brings about happen within that time after a click. */
    public static final Duration LED_BY_A_CLICK = MailResponseModel.ORDERS_WITHIN.plusMinutes(5);

    /**
     * A usual time of day.
     *
     * @param minute of the day, local time
     * @param spread standard deviation, in minutes
     */
    public record Hours(double minute, double spread) {}

    /** The person; names are never asked for, since nobody signs up anew. */
    SimulatedPerson person() {
        return new SimulatedPerson(
                id,
                seed,
                "",
                "",
                email,
                "",
                joined,
                null,
                true,
                taste,
                interests,
                MailResponseModel.priceSensitivity(discountShare),
                visitsPerWeek,
                buysOnVisit,
                opens,
                MailResponseModel.clickFactor(clicks),
                new DailyRoutine(zone, mail.minute(), mail.spread(), 0, shop.minute(), shop.spread()));
    }
}
