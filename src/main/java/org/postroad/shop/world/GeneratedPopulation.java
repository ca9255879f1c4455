package org.postroad.shop.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people of the shop: those of the history, and after its opening newcomers now and then, without end. */
public final class GeneratedPopulation implements Population {

    public static final Duration HISTORY = Duration.ofDays(365);

    /** Share of the people of the history who signed up within its year. */
    private static final double JOINED_WITHIN_HISTORY = 0.4;

    private static final double MEAN_STAY_DAYS = 700;
    private static final double OLDEST_CUSTOMER_DAYS = 900;

    private final long seed;
    private final Instant opened;
    private final int size;
    private final PersonGenerator personGenerator;
    private final Duration meanGap;
    private final List<SimulatedPerson> people = new ArrayList<>();
    private final Map<String, SimulatedPerson> byAddress = new HashMap<>();

    /**
     * @param opened the end of the history
     * @param size how many people have signed up until then
     */
    public GeneratedPopulation(long seed, Instant opened, int size, Assortment assortment) {
        this.seed = seed;
        this.opened = opened;
        this.size = size;
        this.personGenerator = new PersonGenerator(assortment);
        this.meanGap = HISTORY.dividedBy(Math.max(1, Math.round(size * JOINED_WITHIN_HISTORY)));
        IntStream.rangeClosed(1, size).mapToObj(this::fromHistory).forEach(this::add);
    }

    @Override
    public List<SimulatedPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public Optional<SimulatedPerson> withAddress(String email) {
        return Optional.ofNullable(byAddress.get(email));
    }

    @Override
    public Optional<SimulatedPerson> newcomer() {
        SimulatedPerson youngest = people.get(people.size() - 1);
        Instant before = people.size() > size ? youngest.joined() : opened;
        SeededRandom seededRandom = SeededRandom.of(seed, people.size() + 1L, 1);
        long gap = (long) (meanGap.toSeconds() * seededRandom.between(0.2, 1.8));
        SimulatedPerson newcomer = person(people.size() + 1, before.plusSeconds(gap));
        add(newcomer);
        return Optional.of(newcomer);
    }

    private void add(SimulatedPerson simulatedPerson) {
        people.add(simulatedPerson);
        byAddress.put(simulatedPerson.email(), simulatedPerson);
    }

    private SimulatedPerson fromHistory(int number) {
        SeededRandom seededRandom = SeededRandom.of(seed, number, 1);
        double year = HISTORY.toDays();
        double daysAgo = seededRandom.chance(JOINED_WITHIN_HISTORY)
                ? seededRandom.between(0.05, year)
                : seededRandom.between(year, OLDEST_CUSTOMER_DAYS);
        return person(number, opened.minusSeconds((long) (daysAgo * 86_400)));
    }

    private SimulatedPerson person(int number, Instant joined) {
        SeededRandom seededRandom = SeededRandom.of(seed, number, 2);
        return personGenerator.generate("c-" + number, seededRandom, joined, leaves(seededRandom, joined));
    }

    /** Whoever signed up before the history is still there when it begins. */
    private @Nullable Instant leaves(SeededRandom seededRandom, Instant joined) {
        Instant begins = opened.minus(HISTORY);
        Instant from = joined.isBefore(begins) ? begins : joined;
        double days = -MEAN_STAY_DAYS * Math.log(1 - seededRandom.between(0, 1));
        return days > 3_000 ? null : from.plus((long) (days * 24), ChronoUnit.HOURS);
    }
}
