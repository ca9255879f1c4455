package org.postroad.report.timeline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;

/** Describes an event in a sentence; an unknown type is described by its name. */
final class EventWording {

    private static final int MOST_ITEMS = 3;

    private final Map<String, Product> products;
    private final Catalog catalog;

    EventWording(Map<String, Product> products, Catalog catalog) {
        this.products = products;
        this.catalog = catalog;
    }

    String of(Event event) {
        return switch (event.type()) {
            case EventType.PRODUCT_VIEWED ->
                "Looked at " + product(event.text("productId").orElse("a product")) + seconds(event);
            case EventType.SEARCHED ->
                "Searched"
                        + event.text("query")
                                .map(EventWording::quoted)
                                .map(" for "::concat)
                                .orElse("");
            case EventType.CART_UPDATED ->
                event.items().isEmpty() ? "Emptied the cart" : "Cart: " + items(event.items());
            case EventType.CHECKOUT_STARTED -> "Went to the checkout";
            case EventType.PURCHASED -> purchase(event);
            case EventType.ARTICLE_READ ->
                "Read " + article(event.text("articleId").orElse("an article")) + seconds(event);
            case EventType.SIGNED_UP -> "Signed up";
            case EventType.SUBSCRIBED ->
                "Agreed to mail about " + event.text("topic").orElse("a topic");
            case EventType.UNSUBSCRIBED ->
                "Unsubscribed from " + event.text("topic").orElse("mail");
            default -> event.type().startsWith("email_") ? mail(event) : capitalised(DisplayText.plain(event.type()));
        };
    }

    private String purchase(Event event) {
        double total = event.number("total")
                .orElseGet(() ->
                        event.items().stream().mapToDouble(LineItem::amount).sum());
        return "Bought " + items(event.items()) + " for " + "%,.2f".formatted(total)
                + event.text("discountCode").map(" with code "::concat).orElse("");
    }

    private static String mail(Event event) {
        boolean ours = event.text("messageId").isPresent();
        String which = ours ? "the e-mail" : "an e-mail of the previous provider";
        return switch (event.type()) {
            case EventType.EMAIL_SENT -> ours ? "The e-mail was posted" : "Was sent " + which;
            case EventType.EMAIL_DEFERRED ->
                "The e-mail waits: " + DisplayText.reason(event.text("reason").orElse("later"));
            case EventType.EMAIL_FAILED -> capitalised(which) + " was refused by the mail server";
            case EventType.EMAIL_OPENED -> "Opened " + which + " (perhaps: mail programs open mail, too)";
            case EventType.EMAIL_CLICKED -> "Clicked in " + which;
            case EventType.EMAIL_REPLIED -> "Replied to " + which;
            case EventType.EMAIL_BOUNCED -> capitalised(which) + " bounced";
            case EventType.EMAIL_COMPLAINED -> "Complained about " + which;
            default -> capitalised(DisplayText.plain(event.type()));
        };
    }

    private String items(List<LineItem> items) {
        String first = items.stream().limit(MOST_ITEMS).map(this::item).collect(Collectors.joining(", "));
        int more = items.size() - MOST_ITEMS;
        return more > 0 ? first + " and " + more + " more" : items.isEmpty() ? "something" : first;
    }

    private String item(LineItem item) {
        String name = product(item.productId());
        return item.quantity() == 1 ? name : "%s \u00d7 %s".formatted(number(item.quantity()), name);
    }

    private String product(String id) {
        Product product = products.get(id);
        return product == null ? id : product.name();
    }

    private String article(String id) {
        return quoted(catalog.article(id).map(Article::title).orElse(id));
    }

    private static String seconds(Event event) {
        return event.number("seconds").isPresent()
                ? " for " + number(event.number("seconds").getAsDouble()) + " s"
                : "";
    }

    private static String number(double number) {
        return number == Math.rint(number) ? "%.0f".formatted(number) : "%.1f".formatted(number);
    }

    private static String quoted(String text) {
        return "\u201c" + text + "\u201d";
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
