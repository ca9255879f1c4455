package org.postroad.track;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs tokens: created at the first start, stored in the database, shared by all nodes, never changed. */
@Component
class TrackingSecret {

    private static final int BYTES = 32;

    private final byte[] value;

    TrackingSecret(JdbcClient jdbc) {
        jdbc.sql("insert into secret (name, value) values ('tracking', :value) on conflict (name) do nothing")
                .param("value", random())
                .update();
        this.value = jdbc.sql("select value from secret where name = 'tracking'")
                .query(byte[].class)
                .single();
    }

    byte[] value() {
        return value.clone();
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
