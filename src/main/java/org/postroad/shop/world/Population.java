package org.postroad.shop.world;

import java.util.List;
import java.util.Optional;

/** The people of a simulation. */
public interface Population {

    /** All who are there so far, in a fixed order. */
    List<SimulatedPerson> people();

    Optional<SimulatedPerson> withAddress(String email);

    /** The person who signs up next, after all who have signed up so far; empty if nobody does. */
    Optional<SimulatedPerson> newcomer();

    /** These people, and nobody who joins them. */
    static Population of(List<SimulatedPerson> people) {
        return new FixedPopulation(people);
    }
}
