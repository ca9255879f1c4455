package org.postroad.customer.consent;

import org.postroad.event.Event;
import org.postroad.event.EventType;

/** A mail that came back because there is no such mailbox. */
public final class HardBounce {

    private HardBounce() {}

    /**
     * {@code email_bounced} with {@code permanent}, or with a status 5.1.x (RFC 3463, 3.2): the address is bad. Other
     * permanent failures may be about the mail, not the mailbox.
     */
    public static boolean isReportedBy(Event event) {
        return event.is(EventType.EMAIL_BOUNCED)
                && (Boolean.TRUE.equals(event.properties().get("permanent"))
                        || event.text("status")
                                .filter(status -> status.startsWith("5.1."))
                                .isPresent());
    }
}
