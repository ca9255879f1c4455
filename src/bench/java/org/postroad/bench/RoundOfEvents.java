package org.postroad.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.bench.ShopMix.Told;

/**
 * Events that Postroad was told, what they did, and what a program without Postroad would have to call for the same.
 *
 * @param seconds until Postroad had acted on the last of them
 * @param entries enrolments, the control group left out
 * @param moves events that some enrolment had waited for
 * @param calls for a {@link Rival}
 */
record RoundOfEvents(int events, double seconds, long entries, long moves, List<String> calls) {

    static final RoundOfEvents NONE = new RoundOfEvents(0, 0, 0, 0, List.of());

    private static final AdaptedDiagrams STOCK = new AdaptedDiagrams(Path.of("bpmn"));
    private static final Set<String> AWAITED_TYPES = STOCK.awaitedTypes();
    private static final String[] AWAITING_STEPS = STOCK.awaitingSteps().toArray(String[]::new);

    static RoundOfEvents run(RunningPostroad postroad, List<Told> events) {
        long enrolments = enrolments(postroad);
        long moved = moved(postroad);
        long began = System.nanoTime();
        postroad.send(events);
        double seconds = (System.nanoTime() - began) / 1e9;
        postroad.drain();
        long entries = enrolments(postroad) - enrolments;
        List<String> calls = calls(events, starts(postroad, events));
        long starts = calls.stream().filter(call -> call.startsWith("start ")).count();
        if (starts < entries / 2) {
            throw new IllegalStateException(
                    "Of " + entries + " entries, only " + starts + " are known by their events.");
        }
        return new RoundOfEvents(events.size(), seconds, entries, moved(postroad) - moved, calls);
    }

    double entriesPerSecond() {
        return entries / seconds;
    }

    double movesPerSecond() {
        return moves / seconds;
    }

    /** Each event first moves who waits for it, and then starts what it started in Postroad. */
    private static List<String> calls(List<Told> events, Map<String, List<String>> starts) {
        List<String> calls = new ArrayList<>();
        for (Told event : events) {
            if (AWAITED_TYPES.contains(event.type())) {
                calls.add("event " + event.type() + " " + event.customer());
            }
            starts.getOrDefault(event.id(), List.of())
                    .forEach(journey -> calls.add("start " + journey + " " + event.customer()));
        }
        return calls;
    }

    /** The journeys that began, by the event that began them; those that no event began, by the customer's last event. */
    private static Map<String, List<String>> starts(RunningPostroad postroad, List<Told> events) {
        Map<String, String> lastOf = new HashMap<>();
        Map<String, List<String>> starts = new HashMap<>();
        events.forEach(event -> {
            lastOf.put(event.customer(), event.id());
            starts.put(event.id(), new ArrayList<>());
        });
        postroad.jdbc().query("""
            select journey, customer_id, substring(trigger_event_id from '[^:]*$') as event
            from enrolment where not holdout\
            """, row -> {
            String event = row.getString("event");
            String customer = row.getString("customer_id");
            List<String> begun = starts.get(event == null ? lastOf.get(customer) : event);
            if (begun != null) {
                begun.add(row.getString("journey"));
            }
        });
        return starts;
    }

    private static long enrolments(RunningPostroad postroad) {
        return postroad.number("select count(*) from enrolment where not holdout");
    }

    private static long moved(RunningPostroad postroad) {
        Long number = postroad.jdbc()
                .queryForObject("select count(*) from step where journey || '/' || step = any (?)", Long.class, (Object)
                        AWAITING_STEPS);
        return number == null ? 0 : number;
    }

    @Override
    public String toString() {
        return "%,d events in %.2f s: %,d entries, %,d moves; %,d calls"
                .formatted(events, seconds, entries, moves, calls.size());
    }
}
