package org.postroad.shop.behaviour;

import org.postroad.shop.world.Person;
import org.postroad.shop.world.Dice;
import org.postroad.shop.world.Pull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.catalog.Offer;

/**
 * What a person makes of a mail about something looked at and not bought, and when. Each is empty if it never happens;
 * a person buys only after a click and clicks only after opening.
 */
record Reaction(
        Optional<Instant> opens, Optional<Instant> clicks, Optional<Instant> buys, Optional<Instant> unsubscribes) {

    private static final double UNSUBSCRIBES_AFTER_OPENING = 0.006;

    static Reaction to(Person person, Instant arrived, Optional<Offer> offer) {
        Dice dice = person.dice(Person.Question.REACTION, arrived.getEpochSecond());
        Instant looks = person.rhythm().nextMailMoment(person.seed(), arrived);
        Instant opened = looks.plusSeconds(dice.below(120));
        Instant clicked = opened.plusSeconds(15 + dice.below(150));
        Instant bought = clicked.plusSeconds(240 + dice.below(dice.chance(0.7) ? 1_800 : 36 * 3_600));
        double pull = Pull.of(person, offer.map(Offer::kind));
        boolean opens = dice.chance(Pull.opens(person, Duration.between(arrived, looks), looks));
        boolean clicks = opens && dice.chance(Pull.clicks(pull));
        boolean buys = clicks && dice.chance(Pull.buys(pull));
        boolean leaves = opens && !clicks && dice.chance(UNSUBSCRIBES_AFTER_OPENING);
        return new Reaction(when(opens, opened), when(clicks, clicked), when(buys, bought), when(leaves, clicked));
    }

    private static Optional<Instant> when(boolean happens, Instant at) {
        return happens ? Optional.of(at) : Optional.empty();
    }
}
