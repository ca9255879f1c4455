package org.postroad.customer.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Asks the database each time: what a customer said a moment ago must count. */
@Repository
class StoredPermissions implements Permissions {

    private static final String STANDING = Sql.of(StoredPermissions.class, "standing");

    private final JdbcTemplate jdbc;

    StoredPermissions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Standing(
            @Nullable String email, @Nullable Boolean granted, boolean suppressed) {

        Permission permission(String topic) {
            if (email == null) {
                return new Permission.Refused("no_address");
            }
            if (suppressed) {
                return new Permission.Refused("suppressed");
            }
            if (granted == null && topic.equals(Consent.SERVICE)) {
                return new Permission.Granted(email);
            }
            if (granted == null) {
                return new Permission.Refused("no_consent");
            }
            return granted ? new Permission.Granted(email) : new Permission.Refused("unsubscribed");
        }
    }

    @Override
    public Permission toMail(String customerId, String topic) {
        List<Standing> standings = jdbc.query(
                STANDING,
                (row, number) -> new Standing(
                        row.getString("email"), row.getObject("granted", Boolean.class), row.getBoolean("suppressed")),
                topic,
                customerId);
        return standings.isEmpty()
                ? new Permission.Refused("unknown_customer")
                : standings.get(0).permission(topic);
    }
}
