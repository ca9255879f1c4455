package org.postroad.customer.consent;

import org.postroad.event.Event;
import org.postroad.event.EventType;

/** A bounce because the mailbox does not exist: the address must not be mailed again. */
public final class HardBounce {

    private HardBounce() {}

    /**
     * {@code email_bounced} with {@code permanent: true}, or with a {@code status} 5.1.x (RFC 3463, 3.2: addressing
     * status). Other permanent failures may be due to the message, not to the mailbox.
     */
    public static boolean isReportedBy(Event event) {
        return event.is(EventType.EMAIL_BOUNCED)
                && (Boolean.TRUE.equals(event.properties().get("permanent"))
                        || event.text("status")
                                .filter(status -> status.startsWith("5.1."))
                                .isPresent());
    }
}
