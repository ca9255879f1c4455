package org.postroad.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.postroad.sql.DatabaseFault;
import org.postroad.time.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands the stored events on to the road, batch by batch, in several lanes at once. A conflict is tried again. A batch
 * that fails is halved until the event that fails alone is found; that one is set aside and the others act. While the
 * database is gone, all wait.
 */
@Component
@Order(10)
class EventPump implements TimedWork, EventBacklog {

    /** So that the background can be stopped between two calls. */
    private static final int MOST_BATCHES_A_CALL = 4;

    /** A backlog is worked off in larger batches: the more events of a customer act together, the less each costs. */
    private static final int BACKLOG_FACTOR = 4;

    private static final int MOST_TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final int LONGEST_REASON = 1_000;
    private static final Logger log = LoggerFactory.getLogger(EventPump.class);

    private final Inbox inbox;
    private final Lanes lanes;
    private final int batchSize;

    EventPump(Inbox inbox, Lanes lanes, EventSettings settings) {
        this.inbox = inbox;
        this.lanes = lanes;
        this.batchSize = settings.batchSize();
    }

    @Override
    public String name() {
        return "events";
    }

    /** Nothing falls due later: what waits can act now, and {@link #runDue()} finds it. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public int runDue() {
        return lanes.sum(this::workOff);
    }

    private int workOff(int[] shards) {
        int acted = act(shards, batchSize);
        int last = acted < batchSize ? 0 : acted;
        for (int batch = 0; batch < MOST_BATCHES_A_CALL && last > 0; batch++) {
            last = act(shards, batchSize * BACKLOG_FACTOR);
            acted += last;
        }
        return acted;
    }

    private int act(int[] shards, int atMost) {
        List<Place> waiting = inbox.waiting(shards, atMost);
        return waiting.isEmpty() ? 0 : act(waiting);
    }

    @Override
    public int act() {
        int acted = 0;
        for (int more = runDue(); more > 0; more = runDue()) {
            acted += more;
        }
        return acted;
    }

    @Override
    public long size() {
        return inbox.size();
    }

    private int act(List<Place> places) {
        try {
            return actWithPatience(places, 1);
        } catch (RuntimeException failure) {
            if (DatabaseFault.of(failure) == DatabaseFault.GONE) {
                throw failure; // nothing is wrong with the events
            }
            return places.size() == 1 ? setAside(places.get(0), failure) : actInHalves(places);
        }
    }

    private int actWithPatience(List<Place> places, int attempt) {
        try {
            return inbox.act(places);
        } catch (RuntimeException failure) {
            if (DatabaseFault.of(failure) != DatabaseFault.CONFLICT || attempt == MOST_TRIES) {
                throw failure;
            }
            pause(attempt);
            return actWithPatience(places, attempt + 1);
        }
    }

    private int actInHalves(List<Place> places) {
        int middle = places.size() / 2;
        return act(places.subList(0, middle)) + act(places.subList(middle, places.size()));
    }

    private int setAside(Place place, RuntimeException failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.CONFLICT) {
            throw failure; // it waits, and is the first to act next time
        }
        String reason = failure.toString().replace('\0', ' ');
        inbox.setAside(place, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        log.warn(
                "Event number {} is set aside, since the road cannot act on it ({}); see GET /api/events/set-aside",
                place.seq(),
                failure.getClass().getSimpleName());
        return 1;
    }

    /** Longer each time, and never the same for two who are in each other's way. */
    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) * (long) attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
