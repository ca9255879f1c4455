package org.postroad.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the bearer keys of applications as SHA-256 hashes. A key is 256 random bits, so a slow hash would protect it no
 * better.
 */
@Repository
public class ApplicationKeys {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApplicationKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from application_key)")
                .query(Boolean.class)
                .single();
    }

    /** The name of the key; empty if it is unknown. */
    Optional<String> nameOf(String key) {
        return jdbc.sql("select name from application_key where hash = ?")
                .param(hash(key))
                .query(String.class)
                .optional();
    }

    /** Creates a key and returns it. Only its hash is stored, so it cannot be read again. */
    public String create(String name) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = "pr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(name, key);
        return key;
    }

    /** Stores or replaces the key of that name. */
    public void set(String name, String key) {
        jdbc.sql("""
                        insert into application_key (name, hash, created_at) values (?, ?, ?)
                        on conflict (name) do update set hash = excluded.hash, created_at = excluded.created_at
                        where application_key.hash <> excluded.hash""")
                .params(name, hash(key), SqlValues.timestamp(clock.instant()))
                .update();
    }

    private static String hash(String key) {
        return DigestUtils.sha256Hex(key);
    }
}
