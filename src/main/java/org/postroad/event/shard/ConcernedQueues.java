package org.postroad.event.shard;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postroad.time.WorkTopic;

/**
 * Which of the sharded queues may have something to process, so that the others need not be asked. Events and look-backs are
 * always asked for, in this order; the rest when a signal concerns it or something of it falls due.
 */
final class ConcernedQueues {

    private final List<ShardedQueue<?>> all;
    private final List<ShardedQueue<?>> ofEvents;
    private final List<ShardedQueue<?>> others;
    private final Clock clock;
    private final AtomicBoolean othersConcerned = new AtomicBoolean(true);
    private final AtomicInteger changes = new AtomicInteger();
    private volatile NextDue nextDueOfOthers = new NextDue(-1, Optional.empty());

    /** When the next item falls due, as known after so many changes; void after the next. */
    private record NextDue(int changes, Optional<Instant> at) {}

    ConcernedQueues(List<ShardedQueue<?>> queues, Clock clock) {
        this.all = List.copyOf(queues);
        this.ofEvents = all.stream().filter(ConcernedQueues::isOfEvents).toList();
        this.others = all.stream().filter(queue -> !isOfEvents(queue)).toList();
        this.clock = clock;
    }

    private static boolean isOfEvents(ShardedQueue<?> queue) {
        return queue.topic() == WorkTopic.EVENTS;
    }

    void signal(WorkTopic topic) {
        if (topic == WorkTopic.CUSTOMER_WORK) {
            concernOthers();
        }
    }

    /** Asks all queues next time. */
    void concernOthers() {
        changes.incrementAndGet();
        othersConcerned.set(true);
    }

    /** Those to ask now, in order. */
    List<ShardedQueue<?>> now() {
        Instant now = clock.instant();
        boolean due = nextDueOfOthers().filter(next -> !next.isAfter(now)).isPresent();
        if (!othersConcerned.getAndSet(false) && !due) {
            return ofEvents;
        }
        changes.incrementAndGet();
        return all;
    }

    /** A queue of which something was processed may have more. */
    void processed(ShardedQueue<?> queue) {
        if (!isOfEvents(queue)) {
            concernOthers();
        }
    }

    /** Asks all of them, for all shards at once. */
    boolean anyWaiting() {
        if (others.stream().anyMatch(ConcernedQueues::hasWaiting)) {
            concernOthers();
            return true;
        }
        return ofEvents.stream().anyMatch(ConcernedQueues::hasWaiting);
    }

    private static boolean hasWaiting(ShardedQueue<?> queue) {
        return !queue.waiting(Shards.ALL, 1).isEmpty();
    }

    /** When the next item falls due; what is overdue and could not be processed does not hide the rest. */
    Optional<Instant> nextDue() {
        return soonest(Stream.concat(duesOf(ofEvents), nextDueOfOthers().stream()));
    }

    private Optional<Instant> nextDueOfOthers() {
        int now = changes.get();
        NextDue known = nextDueOfOthers;
        if (known.changes() != now) {
            known = new NextDue(now, soonest(duesOf(others)));
            nextDueOfOthers = known;
        }
        return known.at();
    }

    private static Stream<Instant> duesOf(List<ShardedQueue<?>> queues) {
        return queues.stream().flatMap(queue -> queue.nextDue().stream());
    }

    private Optional<Instant> soonest(Stream<Instant> dues) {
        Instant now = clock.instant();
        return dues.min(
                Comparator.comparing((Instant due) -> !due.isAfter(now)).thenComparing(Comparator.naturalOrder()));
    }
}
