package org.postroad.event;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction of the pump: take the events, let every station act on them, mark them done. */
@Component
class EventTurn {

    /** Names the lock that lets only one node act at a time, so that every customer's events keep their order. */
    private static final long PUMP = 0x706f7374726f6164L;

    private final Events events;
    private final List<EventHandler> handlers;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventTurn(
            Events events,
            List<EventHandler> handlers,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.events = events;
        this.handlers = List.copyOf(handlers);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns how many of these events acted now; none if another node is at it. */
    int act(List<Long> seqs) {
        Integer acted = transaction.execute(status -> mine() ? actOn(events.take(seqs)) : 0);
        return acted == null ? 0 : acted;
    }

    private int actOn(List<Event> batch) {
        if (!batch.isEmpty()) {
            handlers.forEach(handler -> handler.handle(batch));
            events.markDone(batch, clock.instant());
        }
        return batch.size();
    }

    private boolean mine() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, PUMP));
    }
}
