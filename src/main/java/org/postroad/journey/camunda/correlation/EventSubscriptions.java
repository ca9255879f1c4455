package org.postroad.journey.camunda.correlation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.journey.camunda.session.MissedEvents.MissedEvent;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the engine's event subscriptions that events match: one query for a batch, by index only. */
@Repository
class EventSubscriptions {

    private static final String MATCHING = Sql.of(EventSubscriptions.class, "matching-subscriptions");

    private final JdbcClient jdbc;

    EventSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The subscriptions that these events match, and the enrolments that may miss one of them. */
    SubscriptionMatches matching(List<Event> events) {
        List<MatchedSubscription> waits = new ArrayList<>();
        List<MissedEvent> missed = new ArrayList<>();
        jdbc.sql(MATCHING)
                .param("events", SqlValues.texts(events, Event::id))
                .param("customers", SqlValues.texts(events, Event::customerId))
                .param("types", SqlValues.texts(events, Event::type))
                .query((RowCallbackHandler) row -> {
                    if (row.getString("subscription") == null) {
                        missed.add(new MissedEvent(
                                row.getString("instance"), row.getString("event_id"), row.getString("type")));
                    } else {
                        waits.add(wait(row));
                    }
                });
        return new SubscriptionMatches(waits, missed);
    }

    static MatchedSubscription wait(ResultSet row) throws SQLException {
        return new MatchedSubscription(
                row.getString("event_id"),
                row.getString("instance"),
                row.getString("definition"),
                row.getString("activity"),
                row.getString("subscription"));
    }

    /**
     * What a batch of events finds.
     *
     * @param missed by enrolments that are between two steps, or suspended with their journey
     */
    record SubscriptionMatches(List<MatchedSubscription> waits, List<MissedEvent> missed) {}

    /**
     * An event and a token that waits for its type. Whether the token's condition holds is not checked yet.
     *
     * @param instance the engine's id of the process instance; definition, activity and subscription are its ids too
     */
    record MatchedSubscription(
            String eventId, String instance, String definition, String activity, String subscription) {}
}
