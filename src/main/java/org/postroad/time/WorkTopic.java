package org.postroad.time;

/** What a {@link WorkSignal} is about, and so whom it wakes: the {@link ScheduledWork} that names the topic. */
public enum WorkTopic {

    /** The sharded queues: events, look-backs, migrations, audiences. */
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
