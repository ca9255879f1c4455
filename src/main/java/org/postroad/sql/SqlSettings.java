package org.postroad.sql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits for statements.
 *
 * @param requestTimeout how long a statement may take in an HTTP request, in whole seconds
 */
@ConfigurationProperties("postroad.sql")
record SqlSettings(@DefaultValue("10s") Duration requestTimeout) {

    SqlSettings {
        if (requestTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "postroad.sql.request-timeout must be at least 1s, but is " + requestTimeout);
        }
    }
}
