package org.postroad.journey.camunda;

import java.util.List;
import java.util.function.Function;
import org.postroad.event.Event;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who waits for what, many at once and by index. */
@Repository
class Waiting {

    private static final String WAITING = Sql.of(Waiting.class, "waiting");

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these events can move, wait by wait. Suspended walks hear nothing. */
    List<Wait> forAny(List<Event> events) {
        return jdbc.sql(WAITING)
                .param("customers", texts(events, Event::customerId))
                .param("types", texts(events, Event::type))
                .query((row, n) -> new Wait(
                        row.getString("instance"),
                        row.getString("definition"),
                        row.getString("activity"),
                        row.getString("subscription")))
                .list();
    }

    private static String[] texts(List<Event> events, Function<Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /**
     * A token that an event can move.
     *
     * @param subscription the engine's id of what waits
     */
    record Wait(String instance, String definition, String activity, String subscription) {}
}
