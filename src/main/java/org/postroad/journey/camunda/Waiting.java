package org.postroad.journey.camunda;

import java.util.List;
import java.util.SortedMap;
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

    /** What these events, given by their place in the batch, can move; in their order. Suspended walks hear nothing. */
    List<Wait> forAny(SortedMap<Integer, Event> events) {
        return jdbc.sql(WAITING)
                .param("places", events.keySet().toArray(Integer[]::new))
                .param("customers", texts(events, Event::customerId))
                .param("types", texts(events, Event::type))
                .query((row, n) -> new Wait(
                        row.getInt("place"),
                        row.getString("customer_id"),
                        row.getString("instance"),
                        row.getString("definition"),
                        row.getString("activity"),
                        row.getString("subscription")))
                .list();
    }

    private static String[] texts(SortedMap<Integer, Event> events, Function<Event, String> text) {
        return events.values().stream().map(text).toArray(String[]::new);
    }

    /**
     * A token that an event can move.
     *
     * @param place the event's place in the batch
     * @param subscription the engine's id of what waits
     */
    record Wait(int place, String customer, String instance, String definition, String activity, String subscription) {}
}
