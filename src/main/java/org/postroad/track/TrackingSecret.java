package org.postroad.track;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs tokens: random at the first start, kept in the database, the same for all nodes and for ever. */
@Component
class TrackingSecret {

    private static final int OCTETS = 32;

    private final byte[] value;

    TrackingSecret(JdbcClient jdbc) {
        jdbc.sql("insert into secret (name, value) values ('tracking', :fresh) on conflict (name) do nothing")
                .param("fresh", fresh())
                .update();
        this.value = jdbc.sql("select value from secret where name = 'tracking'")
                .query(byte[].class)
                .single();
    }

    byte[] value() {
        return value.clone();
    }

    private static byte[] fresh() {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        return octets;
    }
}
