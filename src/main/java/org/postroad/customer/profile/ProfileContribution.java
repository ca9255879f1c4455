package org.postroad.customer.profile;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;

/** What one event adds to a profile, by its type. */
enum ProfileContribution {
    VIEW {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            event.text("productId").ifPresent(id -> {
                profile.count(ProfileCounter.PRODUCT_VIEWS, id, 1, event);
                catalog.product(id)
                        .map(Product::category)
                        .ifPresent(category -> profile.count(ProfileCounter.CATEGORY_VIEWS, category, 1, event));
            });
        }
    },
    CART {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            event.items().forEach(item -> profile.count(ProfileCounter.CARTED_PRODUCTS, item.productId(), 1, event));
        }
    },
    PURCHASE {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            List<LineItem> items = event.items();
            BigDecimal amount = event.amount();
            profile.money(amount);
            profile.count(ProfileCounter.MONEY, ProfileCounter.ONE, amount.doubleValue(), event);
            items.forEach(
                    item -> profile.count(ProfileCounter.PURCHASED_PRODUCTS, item.productId(), item.quantity(), event));
            if (!isReturn(amount, items)) {
                profile.order(event.occurredAt());
                profile.count(ProfileCounter.ORDERS, ProfileCounter.ONE, 1, event);
                profile.count(ProfileCounter.DISCOUNTED_ORDERS, ProfileCounter.ONE, isDiscounted(event) ? 1 : 0, event);
            }
        }
    },
    READING {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            event.text("articleId")
                    .flatMap(catalog::article)
                    .ifPresent(article ->
                            article.topics().forEach(topic -> profile.count(ProfileCounter.TOPICS, topic, 1, event)));
        }
    },
    MAIL_SENT {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            profile.count(ProfileCounter.MAILS_SENT, ProfileCounter.ONE, 1, event);
            profile.sent(event);
        }
    },
    MAIL_OPENED {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            profile.count(ProfileCounter.MAILS_OPENED, ProfileCounter.ONE, 1, event);
            profile.count(ProfileCounter.ENGAGEMENT, minuteOfWeek(event, zone), 1, event);
            if (!MachineOpens.contains(event)) {
                profile.responded(event);
            }
        }
    },
    MAIL_CLICKED {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
            profile.count(ProfileCounter.MAILS_CLICKED, ProfileCounter.ONE, 1, event);
            profile.count(ProfileCounter.ENGAGEMENT, minuteOfWeek(event, zone), 1, event);
            profile.responded(event);
        }
    },
    NOTHING {
        @Override
        void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {}
    };

    /** Events that the customer did not cause; an open may be a machine's. */
    private static final Set<String> NOT_BY_CUSTOMER = Set.of(
            EventType.BACK_IN_STOCK,
            EventType.PRICE_DROPPED,
            EventType.PROFILE_CHANGED,
            EventType.EMAIL_QUEUED,
            EventType.EMAIL_SENT,
            EventType.EMAIL_SKIPPED,
            EventType.EMAIL_DEFERRED,
            EventType.EMAIL_FAILED,
            EventType.EMAIL_OPENED,
            EventType.EMAIL_BOUNCED,
            EventType.ENROLLED,
            EventType.JOURNEY_ENDED,
            EventType.VARIANT_ASSIGNED,
            EventType.HOLDOUT_ASSIGNED);

    static ProfileContribution of(Event event) {
        return switch (event.type()) {
            case EventType.PRODUCT_VIEWED -> VIEW;
            case EventType.CART_UPDATED -> CART;
            case EventType.PURCHASED -> PURCHASE;
            case EventType.ARTICLE_READ -> READING;
            case EventType.EMAIL_SENT -> MAIL_SENT;
            case EventType.EMAIL_OPENED -> MAIL_OPENED;
            case EventType.EMAIL_CLICKED -> MAIL_CLICKED;
            default -> NOTHING;
        };
    }

    /** Whether the event can change a profile at all. */
    static boolean mayBeMadeBy(Event event) {
        return of(event) != NOTHING || !NOT_BY_CUSTOMER.contains(event.type());
    }

    final void addTo(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone) {
        if (!NOT_BY_CUSTOMER.contains(event.type())) {
            profile.seen(event.occurredAt());
        }
        count(profile, event, catalog, zone);
    }

    abstract void count(MutableProfile profile, Event event, CatalogLookup catalog, ZoneId zone);

    private static boolean isReturn(BigDecimal amount, List<LineItem> items) {
        return amount.signum() < 0 || (!items.isEmpty() && items.stream().allMatch(item -> item.quantity() < 0));
    }

    /** An amount decides, since a code may take nothing off (early access, a gift); without an amount, a code counts. */
    private static boolean isDiscounted(Event event) {
        OptionalDouble amount = event.number("discountAmount");
        return amount.isPresent()
                ? amount.getAsDouble() > 0
                : event.text("discountCode").filter(code -> !code.isBlank()).isPresent();
    }

    private static String minuteOfWeek(Event event, ZoneId zone) {
        ZonedDateTime local = event.occurredAt().atZone(zone);
        int day = local.getDayOfWeek().getValue() - 1;
        return String.valueOf((day * 24 + local.getHour()) * 60 + local.getMinute());
    }
}
