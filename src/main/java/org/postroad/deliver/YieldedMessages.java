package org.postroad.deliver;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Waiting messages that gave way to another message of their customer, the winner. What becomes of them is decided when it
 * is known what became of the winner (ADR 0020).
 */
@Repository
public class YieldedMessages {

    private static final String RELEASE = Sql.of(YieldedMessages.class, "release-losers");
    private static final String SKIP = Sql.of(YieldedMessages.class, "skip-losers");

    private final JdbcClient jdbc;
    private final MessageEvents events;
    private final WorkSignal workSignal;
    private final Clock clock;

    public YieldedMessages(JdbcClient jdbc, MessageEvents events, WorkSignal workSignal, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.workSignal = workSignal;
        this.clock = clock;
    }

    /**
     * Makes those due again that gave way to these messages, which are not sent now after all. To be called in the winners'
     * transaction, after the winners were written.
     *
     * @return how many
     */
    public int release(Collection<UUID> winners) {
        if (winners.isEmpty()) {
            return 0;
        }
        workSignal.signalAfterCommit(WorkTopic.MAIL);
        return jdbc.sql(RELEASE)
                .param("winners", winners.toArray(UUID[]::new))
                .param("now", SqlValues.timestamp(clock.instant()))
                .update();
    }

    /** Cancels those that gave way to these messages, which are sent now, if they may not wait. Called as {@link #release}. */
    public void skip(Collection<UUID> winners) {
        if (!winners.isEmpty()) {
            events.yielded(jdbc.sql(SKIP + MessageRow.COLUMNS)
                    .param("winners", winners.toArray(UUID[]::new))
                    .query(MessageRow::read)
                    .list());
        }
    }
}
