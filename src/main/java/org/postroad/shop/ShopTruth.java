package org.postroad.shop;

import org.postroad.shop.world.Person;
import org.postroad.shop.server.Place;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Stockroom;
import org.postroad.shop.world.Population;
import org.postroad.shop.world.Pull;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;

/**
 * What is really so in the simulated world, which Postroad can only guess: for evaluation, to see how good a guess was.
 *
 * <p>Nothing of the road may use this, and nothing serves it over HTTP; a model that has seen it proves nothing.
 */
public final class ShopTruth {

    private final Map<String, Person> people;

    private ShopTruth(Place place) {
        Assortment assortment = new Stockroom("").assortment();
        Population population = new Population(place.seed(), place.opened(), place.customers(), assortment);
        this.people = population.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** The truth about the people who had signed up when that home's shop opened; empty if it has none. */
    public static Optional<ShopTruth> in(Path home) {
        return Place.in(home).map(ShopTruth::new);
    }

    /** The truth about a shop with these settings. */
    public static ShopTruth of(long seed, int customers, Instant opened) {
        return new ShopTruth(new Place(opened, seed, customers, true));
    }

    public Optional<Truth> about(String customerId) {
        return Optional.ofNullable(people.get(customerId)).map(ShopTruth::truth);
    }

    /**
     * The probability that this mail after a visit without an order makes the customer buy, if it comes at a middling
     * time. What the customer would have bought anyway is not in it.
     *
     * @param offer the kind of offer in the mail; null for a plain reminder
     */
    public double buysBecauseOf(String customerId, Offer.@Nullable Kind offer) {
        Person person = people.get(customerId);
        if (person == null) {
            throw new IllegalArgumentException("The simulated shop knows no customer " + customerId);
        }
        return Pull.buysBecauseOf(person, Optional.ofNullable(offer));
    }

    private static Truth truth(Person person) {
        return new Truth(
                person.priceSensitivity(),
                person.taste(),
                person.interests(),
                person.rhythm().mailMinute(),
                person.opens(),
                person.consents(),
                Optional.ofNullable(person.leaves()));
    }

    /**
     * A person's character.
     *
     * @param priceSensitivity in [0, 1]
     * @param taste by category, summing to 1
     * @param interests by topic, summing to 1
     * @param mailMinute minute of a working day, local time, about which the mail is looked through
     * @param opens probability of opening a mail that comes at a middling time
     * @param leaves when interest in the shop ends
     */
    public record Truth(
            double priceSensitivity,
            Map<String, Double> taste,
            Map<String, Double> interests,
            double mailMinute,
            double opens,
            boolean consents,
            Optional<Instant> leaves) {}
}
