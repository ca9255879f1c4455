package org.postroad.shop.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People whom nobody joins. */
final class FixedPopulation implements Population {

    private final List<SimulatedPerson> people;
    private final Map<String, SimulatedPerson> byAddress;

    FixedPopulation(List<SimulatedPerson> people) {
        this.people = List.copyOf(people);
        this.byAddress = people.stream().collect(Collectors.toMap(SimulatedPerson::email, Function.identity()));
    }

    @Override
    public List<SimulatedPerson> people() {
        return people;
    }

    @Override
    public Optional<SimulatedPerson> withAddress(String email) {
        return Optional.ofNullable(byAddress.get(email));
    }

    @Override
    public Optional<SimulatedPerson> newcomer() {
        return Optional.empty();
    }
}
