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
 * Shows situations of the past as they were: one customer's events are folded again in their order, and each moment sees
 * what had occurred before it and nothing later. The catalogue is the one of today.
 *
 * <p>For one customer and one thread.
 */
public final class PointInTimeReplay {

    private final List<Event> events;
    private final MutableProfile profile;
    private final Catalog catalog;
    private final ZoneId zone;
    private final PriceLevels levels;
    private int next;

    /**
     * @param events one customer's, in the order in which they occurred
     * @param blank a profile in which nothing has happened yet
     * @param zone where the customer's day is
     */
    public PointInTimeReplay(List<Event> events, MutableProfile blank, Catalog catalog, ZoneId zone) {
        this.events = List.copyOf(events);
        this.profile = blank;
        this.catalog = catalog;
        this.zone = zone;
        this.levels = new PriceLevels(catalog);
    }

    /**
     * A moment in a customer's past.
     *
     * @param productIds what it was about, foremost first; if none, it is what the customer had looked at most
     */
    public interface PointInTime {

        Instant at();

        List<String> productIds();
    }

    /**
     * Visits each moment, earliest first. The situation is only good until the visitor returns: its profile goes on
     * growing.
     */
    public <M extends PointInTime> void visit(List<M> moments, BiConsumer<M, DecisionContext> visitor) {
        moments.stream().sorted(Comparator.comparing(PointInTime::at)).forEach(moment -> {
            foldUntil(moment.at());
            visitor.accept(moment, situation(moment));
        });
    }

    private void foldUntil(Instant moment) {
        while (next < events.size() && events.get(next).occurredAt().isBefore(moment)) {
            profile.add(events.get(next++), catalog, zone);
        }
    }

    private DecisionContext situation(PointInTime pointInTime) {
        Instant at = pointInTime.at();
        return new DecisionContext(
                profile,
                at,
                DecisionContextLoader.focus(pointInTime.productIds(), profile, at, catalog),
                mailsWithin(DecisionContextLoader.RECENTLY, at),
                levels.of(profile.productViews(at)));
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
