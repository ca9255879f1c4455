package org.postroad.event.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.postroad.event.EventSettings;
import org.postroad.event.inbox.Inbox;
import org.postroad.event.store.InboxEntry;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

class ShardedQueueProcessorTest {

    final RememberingInbox inbox = new RememberingInbox();
    final EventSettings settings = new EventSettings(8, 1, 1_000, null, Duration.ZERO);
    final ShardedQueueProcessor pump =
            new ShardedQueueProcessor(List.of(inbox), inbox, new ShardWorkers(settings), settings);

    @Test
    void actsInOrderBatchByBatch() {
        inbox.receives(20);

        assertThat(pump.runDue()).isEqualTo(20);

        assertThat(inbox.acted).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(inbox.transactions).isEqualTo(2); // eight, then what is left in a larger one
        assertThat(pump.runDue()).isZero();
    }

    @Test
    void setsAsideTheOnesThatFailAloneAndLetsAllOthersActInOrder() {
        inbox.receives(20);
        inbox.fails = Set.of(3L, 4L, 11L)::contains;

        assertThat(pump.runDue()).isEqualTo(20);

        assertThat(inbox.acted)
                .isEqualTo(LongStream.rangeClosed(1, 20)
                        .filter(seq -> seq != 3 && seq != 4 && seq != 11)
                        .boxed()
                        .toList());
        assertThat(inbox.aside).containsOnlyKeys(3L, 4L, 11L);
        assertThat(inbox.aside.get(3L)).isEqualTo("java.lang.IllegalStateException: 3 is poison");
    }

    @Test
    void triesAgainAfterAConflictWithoutHalving() {
        inbox.receives(8);
        inbox.conflicts = 2;

        assertThat(pump.runDue()).isEqualTo(8);

        assertThat(inbox.transactions).isEqualTo(3);
        assertThat(inbox.aside).isEmpty();
    }

    @Test
    void leavesAnEventWaitingThatKeepsRunningIntoConflicts() {
        inbox.receives(1);
        inbox.conflicts = Integer.MAX_VALUE;

        assertThatThrownBy(pump::runDue).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(inbox.waiting).containsExactly(1L);
        assertThat(inbox.aside).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsGone() {
        inbox.receives(8);
        inbox.gone = true;

        assertThatThrownBy(pump::runDue).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(inbox.transactions).isEqualTo(1);
        assertThat(inbox.aside).isEmpty();

        inbox.gone = false;
        assertThat(pump.runDue()).isEqualTo(8);
    }

    @Test
    void worksOffTheWholeBacklogWhenAsked() {
        inbox.receives(200);

        assertThat(pump.drain()).isEqualTo(200);
        assertThat(pump.size()).isZero();
    }

    @Test
    void restsWhileAnotherNodeActs() {
        inbox.receives(20);
        inbox.foreign = true;

        assertThat(pump.runDue()).isZero();
        assertThat(inbox.waiting).hasSize(20);
    }

    /** An inbox in memory, in which chosen events, conflicts and outages make a transaction fail as a whole. */
    static final class RememberingInbox implements Inbox {
        final List<Long> waiting = new ArrayList<>();
        final List<Long> acted = new ArrayList<>();
        final Map<Long, String> aside = new HashMap<>();
        Predicate<Long> fails = seq -> false;
        int conflicts;
        boolean gone;
        boolean foreign;
        int transactions;

        void receives(int events) {
            LongStream.rangeClosed(1, events).forEach(waiting::add);
        }

        @Override
        public List<InboxEntry> waiting(int[] shards, int atMost) {
            return waiting.stream()
                    .limit(atMost)
                    .map(seq -> new InboxEntry(0, seq, Instant.EPOCH))
                    .toList();
        }

        @Override
        public int process(List<InboxEntry> places) {
            List<Long> seqs = places.stream().map(InboxEntry::seq).toList();
            transactions++;
            if (gone) {
                throw new DataAccessResourceFailureException("no connection");
            }
            if (conflicts > 0) {
                conflicts--;
                throw new OptimisticLockingFailureException("somebody was faster");
            }
            seqs.stream().filter(fails).findFirst().ifPresent(seq -> {
                throw new IllegalStateException(seq + " is poison");
            });
            if (foreign) {
                return 0;
            }
            acted.addAll(seqs);
            waiting.removeAll(seqs);
            return seqs.size();
        }

        @Override
        public long size() {
            return waiting.size();
        }

        @Override
        public void giveUp(InboxEntry inboxEntry, String reason) {
            aside.put(inboxEntry.seq(), reason);
            waiting.remove(inboxEntry.seq());
        }
    }
}
