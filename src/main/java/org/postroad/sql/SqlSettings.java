package org.postroad.sql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient Postroad is with its database.
 *
 * @param requestTimeout how long a statement may take that somebody waits for over HTTP, in whole seconds
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
