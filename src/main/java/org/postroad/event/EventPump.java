package org.postroad.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.time.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands the stored events on to the road, batch by batch. A batch that fails is halved until the event that fails alone
 * is found; that one is set aside and the others act. A failure that is no event's fault sets nothing aside.
 */
@Component
@Order(10)
class EventPump implements TimedWork, EventBacklog {

    /** So that the background can be stopped between two calls. */
    private static final int MOST_BATCHES_A_CALL = 10;

    private static final int MOST_CONFLICTS = 5;
    private static final int LONGEST_REASON = 1_000;
    private static final Logger log = LoggerFactory.getLogger(EventPump.class);

    private final Events events;
    private final EventTurn turn;
    private final EventSettings settings;

    EventPump(Events events, EventTurn turn, EventSettings settings) {
        this.events = events;
        this.turn = turn;
        this.settings = settings;
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
        int acted = 0;
        int last = settings.batchSize();
        for (int batch = 0; batch < MOST_BATCHES_A_CALL && last == settings.batchSize(); batch++) {
            last = act(events.waiting(settings.batchSize()));
            acted += last;
        }
        return acted;
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
        return events.backlog();
    }

    private int act(List<Long> seqs) {
        try {
            return seqs.isEmpty() ? 0 : turn.act(seqs);
        } catch (RuntimeException failure) {
            if (PassingFailure.isOutage(failure)) {
                throw failure; // no event's fault: all of them wait until the database is back
            }
            return seqs.size() == 1 ? actAgain(seqs.get(0), failure) : actInHalves(seqs);
        }
    }

    /** A conflict with a timer that fires at the same moment is normal, and over in an instant. */
    private int actAgain(long seq, RuntimeException failure) {
        RuntimeException last = failure;
        for (int attempt = 1; PassingFailure.isConflict(last) && attempt < MOST_CONFLICTS; attempt++) {
            try {
                PassingFailure.letPass();
                return turn.act(List.of(seq));
            } catch (RuntimeException again) {
                last = again;
            }
        }
        if (PassingFailure.passes(last)) {
            throw last;
        }
        return setAside(seq, last);
    }

    private int actInHalves(List<Long> seqs) {
        int middle = seqs.size() / 2;
        return act(seqs.subList(0, middle)) + act(seqs.subList(middle, seqs.size()));
    }

    private int setAside(long seq, RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage()).replace('\0', ' ');
        events.setAside(seq, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        log.warn(
                "Event number {} is set aside: the road cannot act on it ({})",
                seq,
                failure.getClass().getName());
        return 1;
    }
}
