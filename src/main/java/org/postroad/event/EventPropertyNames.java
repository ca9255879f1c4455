package org.postroad.event;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** The known names of event properties: all of Postroad's own events, and the usual ones of a shop's events. */
public final class EventPropertyNames {

    /** Names that differ by at most so many letters are taken for misspelt. */
    private static final int MOST_WRONG_LETTERS = 2;

    private static final int SHORTEST_MISSPELT = 4;

    private static final Set<String> OF_ALL = Set.of("id", "type", "occurredAt");
    private static final Set<String> MAIL = Set.of(
            "messageId", "journey", "step", "enrolmentId", "content", "topic", "reason", "offerId", "slot", "url");
    private static final Set<String> CLICK = Set.of("messageId", "url", "position", "userAgent", "slot", "offerId");

    private static final Map<String, Set<String>> OF_POSTROAD = Map.ofEntries(
            Map.entry(EventType.EMAIL_OPENED, CLICK),
            Map.entry(EventType.EMAIL_CLICKED, CLICK),
            Map.entry(EventType.ENROLLED, Set.of("journey", "enrolmentId", "run")),
            Map.entry(EventType.JOURNEY_ENDED, Set.of("journey", "enrolmentId", "reason")),
            Map.entry(EventType.HOLDOUT_ASSIGNED, Set.of("journey", "enrolmentId")),
            Map.entry(EventType.VARIANT_ASSIGNED, Set.of("journey", "enrolmentId", "experiment", "variant")));

    private static final Set<String> CART = Set.of("items", "total", "currency", "amount");
    private static final Set<String> PERSON =
            Set.of("email", "firstName", "lastName", "locale", "timeZone", "source", "attributes");
    private static final Set<String> CONSENT = Set.of("topic", "source", "text", "messageId");

    private static final Map<String, Set<String>> OF_SHOPS = Map.ofEntries(
            Map.entry(EventType.PRODUCT_VIEWED, Set.of("productId", "seconds")),
            Map.entry(EventType.ARTICLE_READ, Set.of("articleId", "seconds")),
            Map.entry(EventType.CART_UPDATED, CART),
            Map.entry(EventType.CHECKOUT_STARTED, CART),
            Map.entry(
                    EventType.PURCHASED,
                    Set.of("items", "total", "currency", "amount", "orderId", "discountCode", "discountAmount")),
            Map.entry(EventType.SIGNED_UP, PERSON),
            Map.entry(EventType.PROFILE_CHANGED, PERSON),
            Map.entry(EventType.SUBSCRIBED, CONSENT),
            Map.entry(EventType.UNSUBSCRIBED, CONSENT),
            Map.entry(EventType.EMAIL_SENT, MAIL),
            Map.entry(EventType.EMAIL_SKIPPED, MAIL),
            Map.entry(EventType.EMAIL_FAILED, MAIL));

    private EventPropertyNames() {}

    /**
     * What is wrong with a property's name, if anything is: an event that Postroad records itself has no such property, or
     * the name looks misspelt. A shop may add any other property.
     *
     * @param type the event type
     */
    public static Optional<String> faultIn(String name, String type) {
        Set<String> closed = OF_POSTROAD.get(type);
        Set<String> known = closed == null ? OF_SHOPS.getOrDefault(type, Set.of()) : closed;
        if (known.contains(name) || OF_ALL.contains(name) || known.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> meant = similar(name, known);
        return meant.isPresent() || closed != null
                ? Optional.of("the event " + type + " has no property '" + name + "'; "
                        + meant.map(other -> "did you mean '" + other + "'?")
                                .orElse("it has " + String.join(", ", sorted(known)) + "."))
                : Optional.empty();
    }

    private static Optional<String> similar(String name, Set<String> known) {
        return Stream.concat(known.stream(), OF_ALL.stream())
                .filter(other -> other.equalsIgnoreCase(name)
                        || other.length() >= SHORTEST_MISSPELT && wrongLetters(name, other) >= 0)
                .min(Comparator.comparingInt(other -> Math.abs(wrongLetters(name, other))));
    }

    /** -1 for too many. */
    private static int wrongLetters(String name, String other) {
        return StringUtils.getLevenshteinDistance(name, other, MOST_WRONG_LETTERS);
    }

    private static Iterable<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
