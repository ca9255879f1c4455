package org.postroad.journey.camunda.correlation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postroad.event.Event;
import org.postroad.journey.camunda.session.MissedEvents.MissedEvent;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who waits for what, many at once and by index. */
@Repository
public class EventSubscriptions {

    private static final String WAITING = Sql.of(EventSubscriptions.class, "waiting");

    private final JdbcClient jdbc;

    EventSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these events can move, wait by wait, and whom they meet on the way. Walks that rest hear nothing yet. */
    SubscriptionMatches forAny(List<Event> events) {
        List<MatchedSubscription> waits = new ArrayList<>();
        List<MissedEvent> onTheWay = new ArrayList<>();
        jdbc.sql(WAITING)
                .param("events", texts(events, Event::id))
                .param("customers", texts(events, Event::customerId))
                .param("types", texts(events, Event::type))
                .query((RowCallbackHandler) row -> {
                    if (row.getString("subscription") == null) {
                        onTheWay.add(new MissedEvent(
                                row.getString("instance"), row.getString("event_id"), row.getString("type")));
                    } else {
                        waits.add(wait(row));
                    }
                });
        return new SubscriptionMatches(waits, onTheWay);
    }

    static MatchedSubscription wait(ResultSet row) throws SQLException {
        return new MatchedSubscription(
                row.getString("event_id"),
                row.getString("instance"),
                row.getString("definition"),
                row.getString("activity"),
                row.getString("subscription"));
    }

    /** Whom some events find. */
    record SubscriptionMatches(List<MatchedSubscription> waits, List<MissedEvent> onTheWay) {}

    private static String[] texts(List<Event> events, Function<Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /**
     * A token that an event can move.
     *
     * @param eventId the event that can move it, if it is the one that is meant
     * @param subscription the engine's id of what waits
     */
    record MatchedSubscription(
            String eventId, String instance, String definition, String activity, String subscription) {}
}
