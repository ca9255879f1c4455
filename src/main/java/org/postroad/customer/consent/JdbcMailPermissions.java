package org.postroad.customer.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Asks the database each time: what a customer said a moment ago must count. */
@Repository
class JdbcMailPermissions implements MailPermissions {

    private static final String STANDING = Sql.of(JdbcMailPermissions.class, "standing");

    private final JdbcTemplate jdbc;

    JdbcMailPermissions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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

    @Override
    public MailPermission toMail(String customerId, String topic) {
        List<ContactStatus> standings = jdbc.query(
                STANDING,
                (row, number) -> new ContactStatus(
                        row.getString("email"), row.getObject("granted", Boolean.class), row.getBoolean("suppressed")),
                topic,
                customerId);
        return standings.isEmpty()
                ? new MailPermission.Denied("unknown_customer")
                : standings.get(0).permission(topic);
    }
}
