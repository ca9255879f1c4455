package org.postroad.customer.profile;

import java.util.Locale;

/** What is counted, fading. Names are part of the stored profile: do not change them. */
enum ProfileCounter {
    ORDERS,
    DISCOUNTED_ORDERS,
    MONEY,
    PRODUCT_VIEWS,
    CATEGORY_VIEWS,
    CARTED_PRODUCTS,
    PURCHASED_PRODUCTS,
    TOPICS,
    MAILS_SENT,
    MAILS_OPENED,
    MAILS_CLICKED,
    ENGAGEMENT;

    /** The key of counters that are one number. */
    static final String ONE = "";

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
