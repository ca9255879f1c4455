package org.postroad.journey.camunda.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Events that came while a walk was on its way to a wait, until it has come there. */
@Repository
public class MissedEvents {

    private static final String NOTE = Sql.of(MissedEvents.class, "note-missed-events");
    private static final String FORGET = "delete from missed_event using unnest(?::text[], ?::bigint[]) as heard"
            + " (instance, seq) where missed_event.instance = heard.instance and missed_event.seq <= heard.seq";

    private final JdbcTemplate jdbc;

    MissedEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An event that came while the enrolment was between two steps or its journey paused, and that it may miss so. */
    public record MissedEvent(String instance, String eventId, String type) {}

    public void note(List<MissedEvent> walks) {
        if (!walks.isEmpty()) {
            jdbc.update(
                    NOTE,
                    texts(walks, MissedEvent::instance),
                    texts(walks, MissedEvent::eventId),
                    texts(walks, MissedEvent::type));
        }
    }

    private static String[] texts(List<MissedEvent> walks, Function<MissedEvent, String> text) {
        return walks.stream().map(text).toArray(String[]::new);
    }

    /** Those up to a sequence number, by instance. */
    public void forget(Map<String, Long> upTo) {
        jdbc.update(FORGET, upTo.keySet().toArray(String[]::new), upTo.values().toArray(Long[]::new));
    }

    /** All of those who have come to their end. */
    public void forgetAll(Collection<String> instances) {
        jdbc.update("delete from missed_event where instance = any(?)", (Object) instances.toArray(String[]::new));
    }
}
