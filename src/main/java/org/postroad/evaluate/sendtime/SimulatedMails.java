package org.postroad.evaluate.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.postroad.catalog.Article;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.MutableProfile;
import org.postroad.customer.profile.PastMail;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.predict.sendtime.MailTrace;
import org.postroad.shop.behaviour.MailReaction;
import org.postroad.shop.world.SimulatedPerson;

/** Mails to a person of the simulated shop at moments drawn by lot, one a week, and what a profile keeps of the events. */
final class SimulatedMails {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final CatalogLookup EMPTY = new EmptyCatalog();

    /** A machine opens within that many hours, at a moment that says nothing. */
    private static final int MACHINE_OPENS_WITHIN = 24;

    private SimulatedMails() {}

    /**
     * @param until the end of the last week
     * @param machineOpens whether a machine opens each mail, and hides when the person does
     * @param random draws when a mail is sent, and when a machine opens it
     */
    static List<MailTrace> to(
            SimulatedPerson person, int mails, Instant until, boolean machineOpens, SplittableRandom random) {
        ZoneId zone = person.rhythm().zone();
        MutableProfile profile = MutableProfile.empty(HALF_LIFE);
        for (int week = mails; week > 0; week--) {
            Instant sent = until.minus(WEEK.multipliedBy(week))
                    .plusSeconds(random.nextLong(WEEK.minusHours(1).toSeconds()));
            Instant machine = sent.plusSeconds(random.nextLong(3_600L * MACHINE_OPENS_WITHIN));
            MailReaction reaction = MailReaction.to(person, sent, Optional.empty());
            add(profile, person, EventType.EMAIL_SENT, sent, Map.of(), zone);
            if (machineOpens) {
                add(profile, person, EventType.EMAIL_OPENED, machine, Map.of("userAgent", "Mozilla/5.0"), zone);
            } else {
                reaction.opens().ifPresent(at -> add(profile, person, EventType.EMAIL_OPENED, at, Map.of(), zone));
            }
            reaction.clicks().ifPresent(at -> add(profile, person, EventType.EMAIL_CLICKED, at, Map.of(), zone));
        }
        return profile.recentMails().stream()
                .flatMap(mail -> trace(mail, until, zone).stream())
                .toList();
    }

    private static Optional<MailTrace> trace(PastMail mail, Instant until, ZoneId zone) {
        return MailTrace.of(mail.sentAt(), mail.respondedAt(), until, zone);
    }

    private static void add(
            MutableProfile profile,
            SimulatedPerson person,
            String type,
            Instant at,
            Map<String, Object> properties,
            ZoneId zone) {
        profile.add(new Event(type + at, person.id(), type, at, properties), EMPTY, zone);
    }

    private static final class EmptyCatalog implements CatalogLookup {

        @Override
        public Optional<Product> product(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Article> article(String id) {
            return Optional.empty();
        }
    }
}
