package org.postroad.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The bearer keys of applications. Only a key's SHA-256 is kept: a key is 256 random bits, so that there is nothing a
 * slow hash would protect.
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

    /** The name that the key was given, if it is one of ours. */
    Optional<String> nameOf(String key) {
        return jdbc.sql("select name from application_key where hash = ?")
                .param(hash(key))
                .query(String.class)
                .optional();
    }

    /** A new key; it can be read here and never again. */
    public String create(String name) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = "pr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(name, key);
        return key;
    }

    /** From now on this is the key of that name. */
    public void set(String name, String key) {
        jdbc.sql("""
                        insert into application_key (name, hash, created_at) values (?, ?, ?)
                        on conflict (name) do update set hash = excluded.hash, created_at = excluded.created_at
                        where application_key.hash <> excluded.hash""").params(name, hash(key), Timestamp.from(clock.instant())).update();
    }

    private static String hash(String key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
