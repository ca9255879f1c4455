package org.postroad.shop.world;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated customer, with all that Postroad must find out by itself.
 *
 * @param seed all of this person's chance comes from it
 * @param joined when the person signed up
 * @param leaves when the person loses interest in the shop; null if never in the simulated time
 * @param consents whether the person agreed to commercial mail at sign-up
 * @param taste by product category, summing to 1
 * @param interests by article topic, summing to 1
 * @param priceSensitivity in [0, 1]: how much a saving moves this person
 * @param visitsPerWeek mean number of visits while the person stays
 * @param buysOnVisit probability that a visit ends in an order, without any mail
 * @param opens probability of opening a mail that comes at a good time
 * @param clicks how much more often than others the person clicks a mail that was opened: a factor, 1 for the shop's people
 */
public record SimulatedPerson(
        String id,
        long seed,
        String firstName,
        String lastName,
        String email,
        String locale,
        Instant joined,
        @Nullable Instant leaves,
        boolean consents,
        Map<String, Double> taste,
        Map<String, Double> interests,
        double priceSensitivity,
        double visitsPerWeek,
        double buysOnVisit,
        double opens,
        double clicks,
        DailyRoutine rhythm) {

    public boolean isInterestedAt(Instant at) {
        return leaves == null || at.isBefore(leaves);
    }

    /** Chance about one question; the same question gets the same answer. */
    public SeededRandom randomFor(RandomStream randomStream, long detail) {
        return SeededRandom.of(seed, randomStream.ordinal(), detail);
    }

    /** What can be left to chance. */
    public enum RandomStream {
        PLAN,
        VISIT,
        REACTION,
        MAIL,
        NEWSLETTER
    }
}
