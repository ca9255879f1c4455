package org.postroad.shop;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.shop.server.ShopState;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.Population;
import org.postroad.shop.world.SimulatedPerson;

/**
 * What is really so in the simulated world, which Postroad can only guess: for evaluation, to see how good a guess was.
 *
 * <p>Nothing of the road may use this, and nothing serves it over HTTP; a model that has seen it proves nothing.
 */
public final class GroundTruth {

    private final Map<String, SimulatedPerson> people;

    private GroundTruth(ShopState shopState) {
        Assortment assortment = new AssortmentReader("").assortment();
        Population population =
                new GeneratedPopulation(shopState.seed(), shopState.opened(), shopState.customers(), assortment);
        this.people = population.people().stream().collect(Collectors.toMap(SimulatedPerson::id, Function.identity()));
    }

    /** The truth about the people who had signed up when that home's shop opened; empty if it has none. */
    public static Optional<GroundTruth> load(Path home) {
        return ShopState.load(home).map(GroundTruth::new);
    }

    /** The truth about a shop with these settings. */
    public static GroundTruth of(long seed, int customers, Instant opened) {
        return new GroundTruth(new ShopState(opened, seed, customers, true));
    }

    public Optional<PersonTruth> about(String customerId) {
        return Optional.ofNullable(people.get(customerId)).map(GroundTruth::truth);
    }

    /**
     * The probability that this mail after a visit without an order makes the customer buy, if it comes at a middling
     * time. What the customer would have bought anyway is not in it.
     *
     * @param offer the kind of offer in the mail; null for a plain reminder
     */
    public double purchaseProbability(String customerId, Offer.@Nullable Kind offer) {
        SimulatedPerson simulatedPerson = people.get(customerId);
        if (simulatedPerson == null) {
            throw new IllegalArgumentException("The simulated shop knows no customer " + customerId);
        }
        return MailResponseModel.purchaseProbability(simulatedPerson, Optional.ofNullable(offer));
    }

    private static PersonTruth truth(SimulatedPerson simulatedPerson) {
        return new PersonTruth(
                simulatedPerson.priceSensitivity(),
                simulatedPerson.taste(),
                simulatedPerson.interests(),
                simulatedPerson.rhythm().mailMinute(),
                simulatedPerson.opens(),
                simulatedPerson.consents(),
                Optional.ofNullable(simulatedPerson.leaves()));
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
    public record PersonTruth(
            double priceSensitivity,
            Map<String, Double> taste,
            Map<String, Double> interests,
            double mailMinute,
            double opens,
            boolean consents,
            Optional<Instant> leaves) {}
}
