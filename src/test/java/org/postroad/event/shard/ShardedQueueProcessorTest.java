package org.postroad.event.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.event.EventSettings;
import org.postroad.time.ApplicationClock;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;

class ShardedQueueProcessorTest {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final InMemoryQueue queue = new InMemoryQueue(WorkTopic.EVENTS);
    final InMemoryQueue other = new InMemoryQueue(WorkTopic.CUSTOMER_WORK);
    final WorkSignal workSignal = new WorkSignal();
    final ApplicationClock clock = ApplicationClock.frozenAt(NOW);
    final Shards shards = mock(Shards.class);
    final PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
    final Isolation isolation = new Isolation(transactions);
    final EventSettings settings = new EventSettings(8, 1, 1_000, null, Duration.ZERO);
    final ShardedQueueProcessor processor = new ShardedQueueProcessor(
            List.of(queue, other),
            new ShardTransaction(shards, transactions),
            isolation,
            new ShardWorkers(settings),
            settings,
            workSignal,
            clock);

    @BeforeEach
    void allShardsAreFree() {
        when(shards.tryLock(anyCollection())).then(call -> Set.copyOf(call.<Collection<Integer>>getArgument(0)));
    }

    @Test
    void processesInOrderBatchByBatch() {
        queue.receives(20);

        assertThat(processor.runDue()).isEqualTo(20);

        assertThat(queue.processed)
                .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(queue.batches).isEqualTo(2); // eight, then what is left in a larger one
        assertThat(processor.runDue()).isZero();
    }

    @Test
    void asksQueuesOfOtherWorkThanEventsOnlyWhenASignalConcernsThemOrTheyAreDue() {
        processor.runDue(); // the first time
        other.asked = 0;
        queue.asked = 0;

        processor.runDue();
        workSignal.signal(WorkTopic.EVENTS);
        processor.runDue();
        assertThat(queue.asked).isEqualTo(2);
        assertThat(other.asked).isZero();

        other.nextDue = NOW.plusSeconds(60);
        workSignal.signal(WorkTopic.CUSTOMER_WORK);
        other.receives(3);
        assertThat(processor.runDue()).isEqualTo(3);
        processor.runDue(); // after some were processed
        other.asked = 0;

        processor.runDue();
        assertThat(other.asked).isZero();
        clock.moveTo(NOW.plusSeconds(60));
        processor.runDue();
        assertThat(other.asked).isEqualTo(1);
    }

    @Test
    void findsWhatAnotherNodeLeft() {
        processor.runDue();
        assertThat(processor.isDue(NOW)).isFalse();
        other.receives(2);

        assertThat(processor.isDue(NOW)).isTrue();
        assertThat(processor.runDue()).isEqualTo(2);
    }

    @Test
    void tellsWhenTheNextItemFallsDueThoughAnotherIsOverdue() {
        assertThat(processor.nextDue()).isEmpty();
        queue.nextDue = NOW.minusSeconds(60);
        assertThat(processor.nextDue()).hasValue(NOW.minusSeconds(60));
        other.nextDue = NOW.plusSeconds(60);
        workSignal.signal(WorkTopic.CUSTOMER_WORK);
        assertThat(processor.nextDue()).hasValue(NOW.plusSeconds(60));
    }

    @Test
    void learnsOfWorkThatIsScheduledWhileItAsksForTheNext() {
        processor.runDue(); // the first time
        other.whileAsked = () -> {
            other.whileAsked = () -> {};
            other.nextDue = NOW.plusSeconds(60);
            workSignal.signal(WorkTopic.CUSTOMER_WORK);
            processor.runDue();
        };
        assertThat(processor.nextDue()).isEmpty();
        assertThat(processor.nextDue()).hasValue(NOW.plusSeconds(60));
    }

    @Test
    void givesUpTheItemsThatFailAloneAndProcessesAllOthersInOrder() {
        queue.receives(20);
        queue.fails = Set.of(3L, 4L, 11L)::contains;

        assertThat(processor.runDue()).isEqualTo(20);

        assertThat(queue.processed)
                .isEqualTo(LongStream.rangeClosed(1, 20)
                        .filter(number -> number != 3 && number != 4 && number != 11)
                        .boxed()
                        .toList());
        assertThat(queue.givenUp).containsOnlyKeys(3L, 4L, 11L);
        assertThat(queue.givenUp.get(3L)).startsWith("java.lang.IllegalStateException: 3 is poison, at org.postroad.");
    }

    @Test
    void givesUpAnItemThatFailsWithAnErrorLikeOneThatFailsWithAnException() {
        queue.receives(8);
        queue.overflows = Set.of(5L)::contains;

        assertThat(processor.runDue()).isEqualTo(8);

        assertThat(queue.processed).containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L);
        assertThat(queue.givenUp).containsOnlyKeys(5L);
    }

    @Test
    void givesUpNothingWhileTheJvmHasNoMemory() {
        queue.receives(8);
        queue.outOfMemory = true;

        assertThatThrownBy(processor::runDue).hasRootCauseInstanceOf(OutOfMemoryError.class);

        assertThat(queue.batches).isEqualTo(1);
        assertThat(queue.givenUp).isEmpty();
    }

    @Test
    void processesAnItemThatFailsAloneInIsolationBeforeItGivesItUp() {
        queue.receives(8);
        queue.fails = number -> number == 5 && !isolation.isActive();

        assertThat(processor.runDue()).isEqualTo(8);

        assertThat(queue.processed).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(queue.givenUp).isEmpty();
        assertThat(isolation.isActive()).isFalse();
    }

    @Test
    void triesAgainAfterAConflictWithoutHalving() {
        queue.receives(8);
        queue.conflicts = 2;

        assertThat(processor.runDue()).isEqualTo(8);

        assertThat(queue.batches).isEqualTo(3);
        assertThat(queue.givenUp).isEmpty();
    }

    @Test
    void leavesAnItemWaitingThatKeepsRunningIntoConflicts() {
        queue.receives(1);
        queue.conflicts = Integer.MAX_VALUE;

        assertThatThrownBy(processor::runDue).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(queue.waiting).containsExactly(1L);
        assertThat(queue.givenUp).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsGone() {
        queue.receives(8);
        queue.gone = true;

        assertThatThrownBy(processor::runDue).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(queue.batches).isEqualTo(1);
        assertThat(queue.givenUp).isEmpty();

        queue.gone = false;
        assertThat(processor.runDue()).isEqualTo(8);
    }

    @Test
    void leavesTheItemsOfShardsThatAnotherNodeHasLocked() {
        queue.receives(20);
        when(shards.tryLock(anyCollection())).thenReturn(Set.of());

        assertThat(processor.runDue()).isZero();
        assertThat(queue.waiting).hasSize(20);
        assertThat(queue.batches).isEqualTo(1);
    }

    @Test
    void processesTheOtherShardsWhenAnotherNodeHasLockedTheFirst() {
        queue.shards = 16;
        queue.receives(64);
        when(shards.tryLock(anyCollection()))
                .then(call -> call.<Collection<Integer>>getArgument(0).stream()
                        .filter(shard -> shard >= 4)
                        .collect(Collectors.toSet()));

        assertThat(processor.runDue()).isEqualTo(48);

        assertThat(queue.waiting).allMatch(number -> number % 16 < 4).hasSize(16);
        assertThat(processor.pollInterval()).isLessThan(Duration.ofSeconds(1)); // they are tried again soon
    }

    @Test
    void beginsWithOtherShardsEachTime() {
        queue.shards = 16;
        queue.receives(1_600); // more than one call processes

        Set<Long> served = new HashSet<>();
        for (int call = 0; call < 8; call++) {
            processor.runDue();
            queue.processed.forEach(number -> served.add(number % 16));
            queue.waiting.clear();
            queue.receives(1_600);
        }

        assertThat(served).hasSize(16);
    }

    @Test
    void processesTheOtherShardsWhenTheFirstItemOfOneKeepsRunningIntoConflicts() {
        queue.shards = 2;
        queue.receives(20);
        queue.alwaysConflicts = Set.of(3L)::contains;

        assertThat(processor.runDue()).isEqualTo(11);
        assertThatThrownBy(processor::runDue).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(queue.processed).containsExactlyInAnyOrder(1L, 2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
        assertThat(queue.waiting).first().isEqualTo(3L);
        assertThat(queue.givenUp).isEmpty();
    }

    @Test
    void commitsEachBatchAndRollsBackOnesThatFail() {
        queue.receives(8);
        queue.conflicts = 1;

        processor.runDue();

        verify(transactions).rollback(any());
        verify(transactions).commit(any());
    }

    record Item(long number, int shard) implements ShardedItem {}

    /** A queue in memory, in which chosen items, conflicts and outages make a batch fail as a whole. */
    static final class InMemoryQueue implements ShardedQueue<Item> {
        final WorkTopic topic;
        int asked;
        final List<Long> waiting = new ArrayList<>();
        final List<Long> processed = new ArrayList<>();
        final Map<Long, String> givenUp = new HashMap<>();
        Predicate<Long> fails = number -> false;
        Predicate<Long> overflows = number -> false;
        Predicate<Long> alwaysConflicts = number -> false;
        int shards = 1;
        int conflicts;
        boolean outOfMemory;
        boolean gone;
        int batches;

        @Nullable
        Instant nextDue;

        Runnable whileAsked = () -> {};

        InMemoryQueue(WorkTopic topic) {
            this.topic = topic;
        }

        @Override
        public WorkTopic topic() {
            return topic;
        }

        @Override
        public Optional<Instant> nextDue() {
            Optional<Instant> due = Optional.ofNullable(nextDue);
            whileAsked.run();
            return due;
        }

        void receives(int items) {
            LongStream.rangeClosed(1, items).forEach(waiting::add);
        }

        @Override
        public List<Item> waiting(int[] shards, int atMost) {
            asked++;
            List<Item> items = waiting.stream()
                    .map(number -> new Item(number, (int) (number % this.shards)))
                    .toList();
            int[] first = IntStream.of(shards)
                    .filter(shard -> items.stream().anyMatch(item -> item.shard() == shard))
                    .limit(4)
                    .toArray();
            return items.stream()
                    .filter(item -> IntStream.of(first).anyMatch(shard -> shard == item.shard()))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public int runBatch(IntSupplier transaction) {
            batches++;
            return transaction.getAsInt();
        }

        @Override
        public int process(List<Item> items) {
            List<Long> numbers = items.stream().map(Item::number).toList();
            if (gone) {
                throw new DataAccessResourceFailureException("no connection");
            }
            if (outOfMemory) {
                throw new OutOfMemoryError("thrown by a test");
            }
            if (numbers.stream().anyMatch(overflows)) {
                throw new StackOverflowError();
            }
            if (conflicts > 0) {
                conflicts--;
                throw new OptimisticLockingFailureException("somebody was faster");
            }
            if (numbers.stream().anyMatch(alwaysConflicts)) {
                throw new OptimisticLockingFailureException("somebody is always faster");
            }
            numbers.stream().filter(fails).findFirst().ifPresent(number -> {
                throw new IllegalStateException(number + " is poison");
            });
            processed.addAll(numbers);
            waiting.removeAll(numbers);
            return numbers.size();
        }

        @Override
        public void giveUp(Item item, String reason) {
            givenUp.put(item.number(), reason);
            waiting.remove(item.number());
        }
    }
}
