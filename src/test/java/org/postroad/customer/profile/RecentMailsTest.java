package org.postroad.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Article;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventType;

class RecentMailsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void matchesAResponseWithItsMail() {
        assertThat(mails(
                        sent(0, "a"),
                        sent(10, "b"),
                        event(EventType.EMAIL_CLICKED, 90, Map.of("messageId", "a")),
                        event(EventType.EMAIL_OPENED, 30, Map.of("messageId", "a"))))
                .containsExactly(mail(0, 30), new PastMail(Optional.of(at(10)), Optional.empty()));
    }

    @Test
    void withoutAMessageIdTheLatestMailCounts() {
        assertThat(mails(
                        event(EventType.EMAIL_SENT, 0, Map.of()),
                        event(EventType.EMAIL_SENT, 60, Map.of()),
                        event(EventType.EMAIL_OPENED, 61, Map.of())))
                .containsExactly(new PastMail(Optional.of(at(0)), Optional.empty()), mail(60, 61));
    }

    @Test
    void aResponseWithoutAnyMailStandsAlone() {
        assertThat(mails(
                        event(EventType.EMAIL_OPENED, 5, Map.of()),
                        event(EventType.EMAIL_CLICKED, 7, Map.of()),
                        event(EventType.EMAIL_CLICKED, 500, Map.of())))
                .containsExactly(
                        new PastMail(Optional.empty(), Optional.of(at(5))),
                        new PastMail(Optional.empty(), Optional.of(at(500))));
    }

    @Test
    void leavesOpensByMachinesOutAndClicksIn() {
        assertThat(mails(
                        sent(0, "a"),
                        event(EventType.EMAIL_OPENED, 1, Map.of("messageId", "a", "userAgent", "Mozilla/5.0")),
                        event(EventType.EMAIL_OPENED, 2, Map.of("messageId", "a", "machine", true)),
                        event(EventType.EMAIL_CLICKED, 45, Map.of("messageId", "a", "userAgent", "Mozilla/5.0"))))
                .containsExactly(mail(0, 45));
        assertThat(mails(
                        sent(0, "a"),
                        event(
                                EventType.EMAIL_OPENED,
                                9,
                                Map.of("messageId", "a", "userAgent", "Mozilla/5.0 (via ggpht.com GoogleImageProxy)"))))
                .containsExactly(mail(0, 9));
    }

    @Test
    void theOrderDoesNotMatterAndMemoryIsBounded() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            events.add(sent(i * 700, "m" + i));
            events.add(event(EventType.EMAIL_OPENED, i * 700 + 40, Map.of("messageId", "m" + i)));
        }
        List<PastMail> inOrder = mails(events.toArray(Event[]::new));
        Collections.shuffle(events, new Random(1));

        assertThat(inOrder).hasSize(RecentMails.MOST);
        assertThat(mails(events.toArray(Event[]::new))).isEqualTo(inOrder);
    }

    @Test
    void outlastsBeingStored() {
        ProfileJson json = new ProfileJson(new ProfileSettings(Duration.ofDays(30), 1.5));
        MutableProfile profile = profile(sent(0, "a"), event(EventType.EMAIL_OPENED, 30, Map.of("messageId", "a")));
        assertThat(json.read(json.write(profile)).recentMails()).containsExactly(mail(0, 30));
        String earlier = json.write(profile(event(EventType.PRODUCT_VIEWED, 0, Map.of("productId", "p"))))
                .replaceAll("\"mail(sSent|Responses)\":\\[],", "");
        assertThat(earlier).doesNotContain("mailsSent");
        assertThat(json.read(earlier).recentMails()).isEmpty();
    }

    private static List<PastMail> mails(Event... events) {
        return profile(events).recentMails();
    }

    private static MutableProfile profile(Event... events) {
        MutableProfile profile = MutableProfile.empty(Duration.ofDays(30));
        for (Event event : events) {
            profile.add(event, new NoCatalog(), ZoneOffset.UTC);
        }
        return profile;
    }

    private static Event sent(int minute, String message) {
        return event(EventType.EMAIL_SENT, minute, Map.of("messageId", message));
    }

    private static Event event(String type, int minute, Map<String, Object> properties) {
        return new Event(type + minute, "c", type, at(minute), properties);
    }

    private static PastMail mail(int sent, int answered) {
        return new PastMail(Optional.of(at(sent)), Optional.of(at(answered)));
    }

    private static Instant at(int minute) {
        return MONDAY.plus(Duration.ofMinutes(minute));
    }

    private static final class NoCatalog implements CatalogLookup {

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
