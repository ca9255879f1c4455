package org.postroad.catalog;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Personal codes such as {@code SHIP-7KQ2MX}: a readable prefix and six random characters; one for each decision. */
@Repository
public class OfferCodes {

    /** Without 0 and O, 1, I and L: codes are read out on the phone. 31^6 is 887 million. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final String ISSUE = Sql.of(OfferCodes.class, "issue-offer-code");
    private static final String BY_DECISION = "select * from offer_code where decision_id = ?";
    private static final String BY_CODE = "select * from offer_code where code = ?";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OfferCodes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A code as given to a customer. */
    public record OfferCode(
            String code,
            String offerId,
            String customerId,
            UUID decisionId,
            @Nullable Instant expiresAt) {}

    /**
     * The code for a decision: created on the first call, and the same ever after.
     *
     * @return empty if the offer needs no code
     */
    public Optional<OfferCode> issue(Offer offer, String customerId, UUID decisionId) {
        String prefix = offer.codePrefix();
        if (prefix == null) {
            return Optional.empty();
        }
        Optional<OfferCode> code = Optional.empty();
        while (code.isEmpty()) { // again only if the random code exists already
            code = insert(prefix, offer, customerId, decisionId).or(() -> one(BY_DECISION, decisionId));
        }
        return code;
    }

    public Optional<OfferCode> find(String code) {
        return one(BY_CODE, code);
    }

    /** Erases to whom codes were given; the codes stay. */
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update("update offer_code set customer_id = ? where customer_id = ?", pseudonym, customerId);
    }

    /** @return empty if the decision has a code already, or if the new code exists already */
    private Optional<OfferCode> insert(String prefix, Offer offer, String customerId, UUID decisionId) {
        Instant now = clock.instant();
        Instant expiresAt = offer.validFor() == null ? null : now.plus(offer.validFor());
        return one(
                ISSUE,
                prefix + "-" + secret(),
                offer.id(),
                customerId,
                decisionId,
                SqlValues.timestamp(now),
                SqlValues.timestampOrNull(expiresAt));
    }

    private String secret() {
        StringBuilder secret = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> secret.append(ALPHABET.charAt(index)));
        return secret.toString();
    }

    private Optional<OfferCode> one(String sql, @Nullable Object... parameters) {
        return jdbc.query(sql, (row, number) -> code(row), parameters).stream().findFirst();
    }

    private static OfferCode code(ResultSet row) throws SQLException {
        return new OfferCode(
                row.getString("code"),
                row.getString("offer_id"),
                row.getString("customer_id"),
                row.getObject("decision_id", UUID.class),
                SqlValues.instantIfAny(row, "expires_at").orElse(null));
    }
}
