package org.postroad.event;

import java.time.Clock;
import java.util.List;
import org.postroad.time.Bell;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox in PostgreSQL. One transaction takes events, lets every station act on them and marks them done. */
@Component
class StoredInbox implements Inbox, SetAside {

    /** Names the lock that lets only one node act at a time, so that every customer's events keep their order. */
    static final long PUMP = 0x706f7374726f6164L;

    private final Events events;
    private final List<EventHandler> road;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Bell bell;

    StoredInbox(
            Events events,
            List<EventHandler> road,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Bell bell) {
        this.events = events;
        this.road = List.copyOf(road);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public List<Long> waiting(int atMost) {
        return events.waiting(atMost);
    }

    @Override
    public int act(List<Long> seqs) {
        Integer acted = transaction.execute(status -> isMine() ? actOn(events.take(seqs)) : 0);
        return acted == null ? 0 : acted;
    }

    private int actOn(List<Event> batch) {
        if (!batch.isEmpty()) {
            road.forEach(station -> station.handle(batch));
            events.markDone(batch, clock.instant());
        }
        return batch.size();
    }

    private boolean isMine() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, PUMP));
    }

    @Override
    public long size() {
        return events.backlog();
    }

    @Override
    public void setAside(long seq, String reason) {
        events.setAside(seq, reason);
    }

    @Override
    public List<SetAsideEvent> latest(int atMost) {
        return events.setAside(atMost);
    }

    @Override
    public int tryAgain() {
        int waiting = events.takeBack();
        bell.ring();
        return waiting;
    }
}
