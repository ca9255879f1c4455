package org.postroad.event.intake;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postroad.event.EventType;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;

/** The types of the properties of known event types. Any other property may be of any type. */
final class EventSchemas {

    static final int LONGEST_ID = 200;

    private static final int LONGEST_TEXT = 2_000;

    private static final Map<String, Consumer<JsonFields>> SCHEMAS = Map.ofEntries(
            Map.entry(EventType.PRODUCT_VIEWED, properties -> {
                properties.requiredText("productId", LONGEST_ID);
                properties.nonNegativeDecimal("seconds");
            }),
            Map.entry(EventType.ARTICLE_READ, properties -> {
                properties.requiredText("articleId", LONGEST_ID);
                properties.nonNegativeDecimal("seconds");
            }),
            Map.entry(EventType.BACK_IN_STOCK, properties -> {
                properties.requiredText("productId", LONGEST_ID);
                properties.nonNegativeDecimal("stock");
            }),
            Map.entry(EventType.PRICE_DROPPED, properties -> {
                properties.requiredText("productId", LONGEST_ID);
                properties.nonNegativeDecimal("before");
                properties.nonNegativeDecimal("price");
            }),
            Map.entry(EventType.CART_UPDATED, EventSchemas::cart),
            Map.entry(EventType.CHECKOUT_STARTED, EventSchemas::cart),
            Map.entry(EventType.PURCHASED, EventSchemas::order),
            Map.entry(EventType.SIGNED_UP, EventSchemas::person),
            Map.entry(EventType.PROFILE_CHANGED, EventSchemas::person),
            Map.entry(EventType.SUBSCRIBED, EventSchemas::consent),
            Map.entry(EventType.UNSUBSCRIBED, EventSchemas::consent),
            Map.entry(EventType.PREFERENCES_CHANGED, EventSchemas::preferences),
            Map.entry(EventType.EMAIL_SENT, EventSchemas::mail),
            Map.entry(EventType.EMAIL_OPENED, EventSchemas::mail),
            Map.entry(EventType.EMAIL_CLICKED, EventSchemas::mail));

    private EventSchemas() {}

    /** @throws BadInput if the event type is known and one of its properties is missing or of a wrong type */
    static void check(String type, JsonFields properties) {
        SCHEMAS.getOrDefault(type, any -> {}).accept(properties);
    }

    private static void order(JsonFields properties) {
        cart(properties);
        texts(properties, "orderId", "discountCode");
        properties.nonNegativeDecimal("discountAmount");
        if (properties.decimal("total").isEmpty() && !properties.has("items")) {
            throw new BadInput("properties.items is missing: an order needs items or a total");
        }
    }

    private static void cart(JsonFields properties) {
        for (JsonFields item : properties.objects("items")) {
            item.requiredText("productId", LONGEST_ID);
            item.decimal("quantity");
            item.decimal("price");
        }
        properties.decimal("total");
        texts(properties, "currency");
    }

    private static void person(JsonFields properties) {
        texts(properties, "email", "firstName", "lastName", "locale", "timeZone", "source");
    }

    private static void consent(JsonFields properties) {
        texts(properties, "topic", "source", "text", "messageId");
    }

    private static void preferences(JsonFields properties) {
        texts(properties, "source", "text");
        properties.object("topics").ifPresent(topics -> topics.names().forEach(topics::bool));
    }

    private static void mail(JsonFields properties) {
        texts(properties, "messageId", "slot", "offerId", "url");
        properties.nonNegativeDecimal("propensity");
    }

    private static void texts(JsonFields properties, String... names) {
        List.of(names).forEach(name -> properties.text(name, LONGEST_TEXT));
    }
}
