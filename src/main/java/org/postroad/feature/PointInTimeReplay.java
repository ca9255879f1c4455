package org.postroad.feature;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.postroad.catalog.Catalog;
import org.postroad.customer.profile.MutableProfile;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/**
 * Rebuilds contexts of the past from one customer's events, so that training sees what serving saw: at each moment, the
 * events before it and none later (point-in-time correctness). The catalog, however, is today's.
 *
 * <p>An instance serves one customer and one {@link #visit}. Not thread-safe.
 */
public final class PointInTimeReplay {

    private final List<Event> events;
    private final MutableProfile profile;
    private final Catalog catalog;
    private final ZoneId zone;
    private final PriceLevels priceLevels;
    private int next;

    /**
     * @param events one customer's, in the order of occurrence
     * @param blank an empty profile, from {@link org.postroad.customer.profile.Profiles#blank()}
     * @param zone the customer's time zone
     */
    public PointInTimeReplay(List<Event> events, MutableProfile blank, Catalog catalog, ZoneId zone) {
        this.events = List.copyOf(events);
        this.profile = blank;
        this.catalog = catalog;
        this.zone = zone;
        this.priceLevels = new PriceLevels(catalog);
    }

    /** A moment in a customer's past. */
    public interface PointInTime {

        Instant at();

        /** What the decision was about, main product first; if empty, the product that the customer had viewed most. */
        List<String> productIds();
    }

    /**
     * Visits each moment, earliest first. The context is valid only until the visitor returns, since its profile goes on
     * changing.
     */
    public <M extends PointInTime> void visit(List<M> moments, BiConsumer<M, DecisionContext> visitor) {
        moments.stream().sorted(Comparator.comparing(PointInTime::at)).forEach(moment -> {
            addEventsBefore(moment.at());
            visitor.accept(moment, context(moment));
        });
    }

    private void addEventsBefore(Instant moment) {
        while (next < events.size() && events.get(next).occurredAt().isBefore(moment)) {
            profile.add(events.get(next++), catalog, zone);
        }
    }

    private DecisionContext context(PointInTime pointInTime) {
        Instant at = pointInTime.at();
        return new DecisionContext(
                profile,
                at,
                DecisionContextLoader.focus(pointInTime.productIds(), profile, at, catalog),
                mailsWithin(DecisionContextLoader.RECENT_MAIL_PERIOD, at),
                priceLevels.of(profile.productViews(at)));
    }

    private long mailsWithin(Duration duration, Instant at) {
        Instant since = at.minus(duration);
        long mails = 0;
        for (int i = next - 1; i >= 0 && !events.get(i).occurredAt().isBefore(since); i--) {
            mails += events.get(i).is(EventType.EMAIL_SENT) ? 1 : 0;
        }
        return mails;
    }
}
