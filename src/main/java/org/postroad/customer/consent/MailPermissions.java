package org.postroad.customer.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Whether a customer may be mailed on a topic. Ask when a mail is queued and again just before it is sent. Each call
 * reads the database, so that a withdrawal counts from the moment it is committed.
 */
@Repository
public class MailPermissions {

    private static final String CONTACT_STATUS = Sql.of(MailPermissions.class, "contact-status");

    private final JdbcTemplate jdbc;

    MailPermissions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer to {@link #toMail}. */
    public sealed interface MailPermission {

        /** The customer may be mailed at this address. */
        record Granted(String address) implements MailPermission {}

        /** @param reason {@code unknown_customer}, {@code no_address}, {@code no_consent}, {@code unsubscribed} or {@code suppressed} */
        record Denied(String reason) implements MailPermission {}
    }

    /** @param topic as in {@link Consent}; mail on {@link Consent#SERVICE} needs no consent, but can be declined */
    public MailPermission toMail(String customerId, String topic) {
        List<ContactStatus> statuses = jdbc.query(
                CONTACT_STATUS,
                (row, number) -> new ContactStatus(
                        row.getString("email"), row.getObject("granted", Boolean.class), row.getBoolean("suppressed")),
                topic,
                customerId);
        return statuses.isEmpty()
                ? new MailPermission.Denied("unknown_customer")
                : statuses.get(0).permission(topic);
    }

    private record ContactStatus(
            @Nullable String email, @Nullable Boolean granted, boolean suppressed) {

        MailPermission permission(String topic) {
            if (email == null) {
                return new MailPermission.Denied("no_address");
            }
            if (suppressed) {
                return new MailPermission.Denied("suppressed");
            }
            if (granted == null && topic.equals(Consent.SERVICE)) {
                return new MailPermission.Granted(email);
            }
            if (granted == null) {
                return new MailPermission.Denied("no_consent");
            }
            return granted ? new MailPermission.Granted(email) : new MailPermission.Denied("unsubscribed");
        }
    }
}
