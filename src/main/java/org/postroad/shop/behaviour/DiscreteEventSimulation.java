package org.postroad.shop.behaviour;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.DailyRoutine;
import org.postroad.shop.world.Population;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/**
 * The people's doings in order of time: they sign up, visit the shop when it suits them, and do whatever else was
 * planned for them. What they would do on a day depends on nothing but the day, so a world that begins again goes on as
 * the old one would have.
 *
 * <p>Not safe for threads.
 */
final class DiscreteEventSimulation {

    private static final double WEEKEND = 1.35;
    private static final double WORKDAY = 0.86;

    private final Population population;
    private final Assortment assortment;
    private final Instant begins;
    private final Consumer<ShopEvent> ledger;
    private final PriorityQueue<ScheduledAction> plans =
            new PriorityQueue<>(Comparator.comparing(ScheduledAction::at).thenComparing(ScheduledAction::number));
    private long planned;
    private Consumer<Visit> afterVisit = visit -> {};

    /**
     * @param begins nothing that was due before happens any more
     * @param ledger is told all that happens in the shop, in order
     */
    DiscreteEventSimulation(Population population, Assortment assortment, Instant begins, Consumer<ShopEvent> ledger) {
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
    void schedule(Instant at, Consumer<Instant> deed) {
        plans.add(new ScheduledAction(at, planned++, deed));
    }

    void scheduleEvent(ShopEvent event) {
        schedule(event.at(), now -> ledger.accept(event));
    }

    /** Lets happen all that is due until then and returns how much it was. */
    int runUntil(Instant until) {
        int deeds = 0;
        for (ScheduledAction scheduledAction = plans.peek();
                scheduledAction != null && !scheduledAction.at().isAfter(until);
                scheduledAction = plans.peek()) {
            plans.remove();
            scheduledAction.deed().accept(scheduledAction.at());
            deeds++;
        }
        return deeds;
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(plans.peek()).map(ScheduledAction::at);
    }

    void signUp(SimulatedPerson simulatedPerson) {
        scheduleEvent(new ShopEvent(
                simulatedPerson.id(), "signed_up", simulatedPerson.joined(), particulars(simulatedPerson)));
        if (simulatedPerson.consents()) {
            scheduleEvent(new ShopEvent(
                    simulatedPerson.id(),
                    "subscribed",
                    simulatedPerson.joined(),
                    Map.of(
                            "topic", "marketing",
                            "source", "sign-up form",
                            "text", "Yes, send me news and offers by e-mail. I can withdraw this at any time.")));
        }
    }

    private static Map<String, Object> particulars(SimulatedPerson simulatedPerson) {
        Map<String, Object> particulars = new LinkedHashMap<>();
        particulars.put("email", simulatedPerson.email());
        particulars.put("firstName", simulatedPerson.firstName());
        particulars.put("lastName", simulatedPerson.lastName());
        particulars.put("locale", simulatedPerson.locale());
        particulars.put("timeZone", simulatedPerson.rhythm().zone().getId());
        particulars.put("source", "simulated shop");
        return particulars;
    }

    /** A local day may begin 14 hours before the UTC day of that date, so each is planned a day ahead. */
    private void planNextDay(LocalDate day) {
        planDay(day);
        schedule(day.atStartOfDay(ZoneOffset.UTC).toInstant(), now -> planNextDay(day.plusDays(1)));
    }

    private void planDay(LocalDate day) {
        population.people().forEach(simulatedPerson -> planVisits(simulatedPerson, day));
    }

    private void planVisits(SimulatedPerson simulatedPerson, LocalDate day) {
        SeededRandom seededRandom = simulatedPerson.randomFor(SimulatedPerson.RandomStream.PLAN, day.toEpochDay());
        int visits = seededRandom.poisson(
                simulatedPerson.visitsPerWeek() / 7 * (DailyRoutine.isWeekend(day) ? WEEKEND : WORKDAY));
        for (int i = 0; i < visits; i++) {
            Instant at = simulatedPerson.rhythm().shopMoment(day, seededRandom);
            if (at.isAfter(begins) && at.isAfter(simulatedPerson.joined()) && simulatedPerson.isInterestedAt(at)) {
                schedule(at, now -> visit(simulatedPerson, now));
            }
        }
    }

    private void visit(SimulatedPerson simulatedPerson, Instant at) {
        Visit visit = Visit.of(simulatedPerson, at, assortment);
        visit.deeds().forEach(this::scheduleEvent);
        afterVisit.accept(visit);
    }

    private void expectNewcomer() {
        Optional<SimulatedPerson> newcomer = population.newcomer();
        while (newcomer.isPresent() && newcomer.get().joined().isBefore(begins)) {
            newcomer = population.newcomer();
        }
        newcomer.ifPresent(next -> schedule(next.joined(), now -> {
            signUp(next);
            visit(next, now.plusSeconds(90));
            expectNewcomer();
        }));
    }

    private record ScheduledAction(Instant at, long number, Consumer<Instant> deed) {}
}
