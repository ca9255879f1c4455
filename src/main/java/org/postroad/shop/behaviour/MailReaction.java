package org.postroad.shop.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/**
 * What a person makes of a mail about something looked at and not bought, and when. Each is empty if it never happens;
 * a person buys only after a click and clicks only after opening.
 */
public record MailReaction(
        Optional<Instant> opens, Optional<Instant> clicks, Optional<Instant> buys, Optional<Instant> unsubscribes) {

    private static final double UNSUBSCRIBES_AFTER_OPENING = 0.006;
    private static final int ORDERS_WITHIN = (int) MailResponseModel.ORDERS_WITHIN.toSeconds();

    public static MailReaction to(SimulatedPerson simulatedPerson, Instant arrived, Optional<Offer> offer) {
        SeededRandom seededRandom =
                simulatedPerson.randomFor(SimulatedPerson.RandomStream.REACTION, arrived.getEpochSecond());
        Instant looks = simulatedPerson.rhythm().nextMailMoment(simulatedPerson.seed(), arrived);
        Instant opened = looks.plusSeconds(seededRandom.below(120));
        Instant clicked = opened.plusSeconds(15 + seededRandom.below(150));
        Instant bought =
                clicked.plusSeconds(240 + seededRandom.below(seededRandom.chance(0.7) ? 1_800 : ORDERS_WITHIN));
        double pull = MailResponseModel.pull(simulatedPerson, offer.map(Offer::kind));
        boolean opens = seededRandom.chance(
                MailResponseModel.openProbability(simulatedPerson, Duration.between(arrived, looks), looks));
        boolean clicks = opens && seededRandom.chance(MailResponseModel.clickProbability(simulatedPerson, pull));
        boolean buys = clicks && seededRandom.chance(MailResponseModel.orderProbability(pull));
        boolean leaves = opens && !clicks && seededRandom.chance(UNSUBSCRIBES_AFTER_OPENING);
        return new MailReaction(when(opens, opened), when(clicks, clicked), when(buys, bought), when(leaves, clicked));
    }

    private static Optional<Instant> when(boolean happens, Instant at) {
        return happens ? Optional.of(at) : Optional.empty();
    }
}
