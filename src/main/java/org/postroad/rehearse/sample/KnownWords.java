package org.postroad.rehearse.sample;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.event.EventType;

/**
 * The words that may stay in a sample, since they do not come from customers: those that Postroad itself reads, those of the
 * catalog, and those that the tried diagrams and tables mention. Everything else is not known, whatever it looks like.
 */
final class KnownWords {

    /** Properties and attributes that the code reads, whatever the diagrams say. */
    private static final Set<String> NAMES = Set.of(
            "productId",
            "articleId",
            "offerId",
            "eventId",
            "seconds",
            "items",
            "quantity",
            "price",
            "total",
            "currency",
            "amount",
            "orderId",
            "discountCode",
            "discountAmount",
            "topic",
            "topics",
            "slot",
            "step",
            "journey",
            "variant",
            "experiment",
            "reason",
            "run",
            "propensity",
            "before",
            "stock",
            "position",
            "permanent",
            "status",
            "messageId",
            "enrolmentId",
            "startsAt",
            "birthday",
            "interests",
            "latitude",
            "longitude");

    /** Amounts and counts, which may be large. */
    private static final Set<String> AMOUNTS =
            Set.of("price", "total", "amount", "discountAmount", "quantity", "seconds", "before", "stock");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> EVENT_TYPES = Arrays.stream(EventType.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(KnownWords::constant)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> names = new HashSet<>(NAMES);
    private final Set<String> values = new HashSet<>(Set.of("marketing", "service"));

    KnownWords(SampledCatalog catalog, Collection<byte[]> files, Collection<String> expressions) {
        DiagramWords diagrams = new DiagramWords();
        files.forEach(diagrams::add);
        expressions.forEach(diagrams::add);
        names.addAll(diagrams.names());
        values.addAll(diagrams.values());
        catalog.words().forEach(values::add);
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isName(String name) {
        return names.contains(name);
    }

    boolean isAmount(String name) {
        return AMOUNTS.contains(name);
    }

    boolean isValue(String text) {
        return values.contains(text) || CURRENCIES.contains(text);
    }

    boolean isEventType(String type) {
        return EVENT_TYPES.contains(type) || names.contains(type);
    }
}
