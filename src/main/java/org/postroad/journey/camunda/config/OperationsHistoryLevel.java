package org.postroad.journey.camunda.config;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * A history level that keeps what operators need (user operations, incidents, batches) and writes nothing when a token
 * moves. Why: {@code adr/0002-history-level.md}.
 */
final class OperationsHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "operations";

    /** Stored in the database and compared at each start; the engine's own levels are 0 to 3. */
    private static final int ID = 40;

    private static final Set<String> KEPT = Set.of("user-operation-log", "incident", "batch");

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return KEPT.contains(type.getEntityType());
    }
}
