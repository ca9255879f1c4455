package org.postroad.event;

/** The event types that Postroad itself reads or writes. Journeys can wait for any other type as well. */
public final class EventType {

    public static final String SIGNED_UP = "signed_up";
    public static final String SUBSCRIBED = "subscribed";
    public static final String UNSUBSCRIBED = "unsubscribed";
    public static final String PREFERENCES_CHANGED = "preferences_changed";
    public static final String PROFILE_CHANGED = "profile_changed";
    public static final String PRODUCT_VIEWED = "product_viewed";
    public static final String SEARCHED = "searched";
    public static final String BACK_IN_STOCK = "back_in_stock";
    public static final String PRICE_DROPPED = "price_dropped";
    public static final String CART_UPDATED = "cart_updated";
    public static final String CHECKOUT_STARTED = "checkout_started";
    public static final String PURCHASED = "purchased";
    public static final String ARTICLE_READ = "article_read";
    public static final String EVENT_REGISTERED = "event_registered";
    public static final String EVENT_ATTENDED = "event_attended";
    public static final String EMAIL_QUEUED = "email_queued";
    public static final String EMAIL_SENT = "email_sent";
    public static final String EMAIL_SKIPPED = "email_skipped";
    public static final String EMAIL_DEFERRED = "email_deferred";
    public static final String EMAIL_FAILED = "email_failed";
    public static final String EMAIL_OPENED = "email_opened";
    public static final String EMAIL_CLICKED = "email_clicked";
    public static final String EMAIL_REPLIED = "email_replied";
    public static final String EMAIL_BOUNCED = "email_bounced";
    public static final String EMAIL_COMPLAINED = "email_complained";
    public static final String ENROLLED = "enrolled";
    public static final String JOURNEY_ENDED = "journey_ended";
    public static final String VARIANT_ASSIGNED = "variant_assigned";
    public static final String HOLDOUT_ASSIGNED = "holdout_assigned";
    public static final String WEBHOOK_ANSWERED = "webhook_answered";
    public static final String WEBHOOK_FAILED = "webhook_failed";

    private EventType() {}
}
