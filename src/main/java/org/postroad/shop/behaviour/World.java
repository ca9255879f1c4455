package org.postroad.shop.behaviour;

import org.postroad.shop.world.Population;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Person;
import org.postroad.shop.world.Dice;
import org.postroad.shop.world.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The people's doings in order of time: they sign up, visit the shop when it suits them, and do whatever else was
 * planned for them. What they would do on a day depends on nothing but the day, so a world that begins again goes on as
 * the old one would have.
 *
 * <p>Not safe for threads.
 */
final class World {

    private static final double WEEKEND = 1.35;
    private static final double WORKDAY = 0.86;

    private final Population population;
    private final Assortment assortment;
    private final Instant begins;
    private final Consumer<ShopEvent> ledger;
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::number));
    private long planned;
    private Consumer<Visit> afterVisit = visit -> {};

    /**
     * @param begins nothing that was due before happens any more
     * @param ledger is told all that happens in the shop, in order
     */
    World(Population population, Assortment assortment, Instant begins, Consumer<ShopEvent> ledger) {
        this.population = population;
        this.assortment = assortment;
        this.begins = begins;
        this.ledger = ledger;
        LocalDate today = LocalDate.ofInstant(begins, ZoneOffset.UTC);
        planDay(today.minusDays(1));
        planDay(today);
        planNextDay(today.plusDays(1));
        expectNewcomer();
    }

    /** Who wants to know of each visit when it begins. */
    void afterVisit(Consumer<Visit> listener) {
        this.afterVisit = listener;
    }

    /** Lets something happen when its time has come. */
    void plan(Instant at, Consumer<Instant> deed) {
        plans.add(new Plan(at, planned++, deed));
    }

    void planToTell(ShopEvent event) {
        plan(event.at(), now -> ledger.accept(event));
    }

    /** Lets happen all that is due until then and returns how much it was. */
    int live(Instant until) {
        int deeds = 0;
        for (Plan plan = plans.peek(); plan != null && !plan.at().isAfter(until); plan = plans.peek()) {
            plans.remove();
            plan.deed().accept(plan.at());
            deeds++;
        }
        return deeds;
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(plans.peek()).map(Plan::at);
    }

    void signUp(Person person) {
        planToTell(new ShopEvent(person.id(), "signed_up", person.joined(), particulars(person)));
        if (person.consents()) {
            planToTell(new ShopEvent(
                    person.id(),
                    "subscribed",
                    person.joined(),
                    Map.of(
                            "topic", "marketing",
                            "source", "sign-up form",
                            "text", "Yes, send me news and offers by e-mail. I can withdraw this at any time.")));
        }
    }

    private static Map<String, Object> particulars(Person person) {
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put("email", person.email());
        particulars.put("firstName", person.firstName());
        particulars.put("lastName", person.lastName());
        particulars.put("locale", person.locale());
        particulars.put("timeZone", person.rhythm().zone().getId());
        particulars.put("source", "simulated shop");
        return particulars;
    }

    /** A local day may begin 14 hours before the UTC day of that date, so each is planned a day ahead. */
    private void planNextDay(LocalDate day) {
        planDay(day);
        plan(day.atStartOfDay(ZoneOffset.UTC).toInstant(), now -> planNextDay(day.plusDays(1)));
    }

    private void planDay(LocalDate day) {
        population.people().forEach(person -> planVisits(person, day));
    }

    private void planVisits(Person person, LocalDate day) {
        Dice dice = person.dice(Person.Question.PLAN, day.toEpochDay());
        int visits = dice.poisson(person.visitsPerWeek() / 7 * (Rhythm.weekend(day) ? WEEKEND : WORKDAY));
        for (int i = 0; i < visits; i++) {
            Instant at = person.rhythm().shopMoment(day, dice);
            if (at.isAfter(begins) && at.isAfter(person.joined()) && person.staysAt(at)) {
                plan(at, now -> visit(person, now));
            }
        }
    }

    private void visit(Person person, Instant at) {
        Visit visit = Visit.of(person, at, assortment);
        visit.deeds().forEach(this::planToTell);
        afterVisit.accept(visit);
    }

    private void expectNewcomer() {
        Person newcomer = population.newcomer();
        while (newcomer.joined().isBefore(begins)) {
            newcomer = population.newcomer();
        }
        Person next = newcomer;
        plan(next.joined(), now -> {
            signUp(next);
            visit(next, now.plusSeconds(90));
            expectNewcomer();
        });
    }

    private record Plan(Instant at, long number, Consumer<Instant> deed) {}
}
