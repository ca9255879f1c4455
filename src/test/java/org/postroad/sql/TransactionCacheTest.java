package org.postroad.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionCacheTest {

    private final Map<String, Integer> table = new HashMap<>(Map.of("a", 1, "b", 2));
    private final List<Collection<String>> reads = new ArrayList<>();
    private final List<Map<String, Integer>> writes = new ArrayList<>();
    private final TransactionCache<String, Integer> cache = new TransactionCache<>(this::read, this::write);
    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());

    @Test
    void readsEachRowOnceInATransaction() {
        transaction.executeWithoutResult(status -> {
            assertThat(cache.getAll(List.of("a", "c"))).isEqualTo(Map.of("a", 1));
            assertThat(cache.getAll(List.of("a", "b", "c"))).isEqualTo(Map.of("a", 1, "b", 2));
        });

        assertThat(reads).containsExactly(new TreeSet<>(List.of("a", "c")), new TreeSet<>(List.of("b")));
    }

    @Test
    void writesChangesOnceBeforeTheCommit() {
        transaction.executeWithoutResult(status -> {
            cache.change("a", 5);
            cache.change("a", 6);
            assertThat(cache.getAll(List.of("a"))).isEqualTo(Map.of("a", 6));
            assertThat(table).containsEntry("a", 1);
        });

        assertThat(writes).containsExactly(Map.of("a", 6));
        assertThat(reads).isEmpty();
    }

    @Test
    void writesNothingAfterARollbackAndKeepsNothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    cache.change("a", 5);
                    throw new IllegalStateException("rolls back");
                }))
                .hasMessage("rolls back");

        assertThat(writes).isEmpty();
        transaction.executeWithoutResult(
                status -> assertThat(cache.getAll(List.of("a"))).isEqualTo(Map.of("a", 1)));
    }

    @Test
    void keepsAnInnerTransactionApart() {
        TransactionTemplate inner = new TransactionTemplate(new NoDatabase());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            cache.change("a", 5);
            inner.executeWithoutResult(
                    other -> assertThat(cache.getAll(List.of("a"))).isEqualTo(Map.of("a", 1)));
            assertThat(cache.getAll(List.of("a"))).isEqualTo(Map.of("a", 5));
        });

        assertThat(writes).containsExactly(Map.of("a", 5));
    }

    @Test
    void keepsChangesAndReadsTheRestAgainAfterARollbackToASavepoint() {
        transaction.executeWithoutResult(status -> {
            cache.change("a", 5);
            TransactionSynchronizationManager.getSynchronizations().forEach(one -> one.savepoint("here"));
            cache.getAll(List.of("b"));
            cache.flush(); // is undone with the savepoint
            TransactionSynchronizationManager.getSynchronizations().forEach(one -> one.savepointRollback("here"));
            table.put("b", 7);
            assertThat(cache.getAll(List.of("a", "b"))).isEqualTo(Map.of("a", 5, "b", 7));
        });

        assertThat(writes).containsExactly(Map.of("a", 5), Map.of("a", 5));
    }

    @Test
    void keepsNothingInAReadOnlyTransaction() {
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(status -> {
            cache.getAll(List.of("a"));
            cache.getAll(List.of("a"));
        });

        assertThat(reads).hasSize(2);
    }

    @Test
    void writesAtOnceWithoutATransaction() {
        cache.change("a", 5);

        assertThat(table).containsEntry("a", 5);
    }

    private Map<String, Integer> read(Collection<String> keys) {
        reads.add(new TreeSet<>(keys));
        Map<String, Integer> found = new HashMap<>(table);
        found.keySet().retainAll(keys);
        return found;
    }

    private void write(Map<String, Integer> changed) {
        writes.add(changed);
        table.putAll(changed);
    }

    /** Spring's own handling of transactions, above no database. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private boolean open;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return open || TransactionSynchronizationManager.isActualTransactionActive();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            open = true;
        }

        @Override
        protected Object doSuspend(Object transaction) {
            open = false;
            return this;
        }

        @Override
        protected void doResume(@Nullable Object transaction, Object suspended) {
            open = true;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            open = false;
        }
    }
}
