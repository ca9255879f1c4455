package org.postroad.time;

/** What a {@link WorkSignal} is about, and so whom it wakes: the {@link ScheduledWork} that names the topic. */
public enum WorkTopic {

    /** Events, and enrolments that may have missed one. */
    EVENTS,

    /** Other work that is ordered by customer: migrations, audiences, stopped journeys. */
    CUSTOMER_WORK,

    /** Jobs of the process engine; matters while time is moved by hand. */
    ENGINE_JOBS,

    /** Changes of products that customers may be alerted of. */
    PRODUCT_CHANGES,

    /** Messages in the outbox. */
    MAIL,

    WEBHOOK_CALLS,

    /** Mail that has reached the simulated shop's people. */
    SHOP
}
