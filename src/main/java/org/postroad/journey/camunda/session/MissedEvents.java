package org.postroad.journey.camunda.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Events that came while an enrolment was between two steps, kept until it has arrived at its next wait: table {@code
 * missed_event}.
 */
@Repository
public class MissedEvents {

    private static final String INSERT = Sql.of(MissedEvents.class, "insert-missed-events");
    private static final String DELETE_UP_TO = "delete from missed_event using unnest(?::text[], ?::bigint[]) as done"
            + " (instance, seq) where missed_event.instance = done.instance and missed_event.seq <= done.seq";

    private final JdbcTemplate jdbc;

    MissedEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An event that an enrolment may miss, since it was between two steps or its journey was paused. */
    public record MissedEvent(String instance, String eventId, String type) {}

    /** Stores these in the caller's transaction. What is stored already stays as it is. */
    public void insert(List<MissedEvent> events) {
        if (!events.isEmpty()) {
            jdbc.update(
                    INSERT,
                    SqlValues.texts(events, MissedEvent::instance),
                    SqlValues.texts(events, MissedEvent::eventId),
                    SqlValues.texts(events, MissedEvent::type));
        }
    }

    /** @param seqByInstance the sequence number of the last event to delete, by process instance */
    public void deleteUpTo(Map<String, Long> seqByInstance) {
        jdbc.update(
                DELETE_UP_TO,
                SqlValues.texts(seqByInstance.keySet()),
                seqByInstance.values().toArray(Long[]::new));
    }

    /** Deletes all events of these process instances. */
    public void deleteAllOf(Collection<String> instances) {
        jdbc.update("delete from missed_event where instance = any(?)", (Object) SqlValues.texts(instances));
    }
}
