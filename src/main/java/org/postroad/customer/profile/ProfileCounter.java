package org.postroad.customer.profile;

import java.util.Locale;

/** The decayed counters of a profile. Their names are stored: do not change them. */
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

    /** The key of a counter that is a single number. */
    static final String ONE = "";

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
