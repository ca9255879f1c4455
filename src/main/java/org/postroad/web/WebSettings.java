package org.postroad.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on concurrent requests on this node, once for writes to the API and once for links in mails; and the delay at
 * shutdown. Each request may hold a database connection and keeps one of the server's 200 threads busy.
 *
 * @param inside how many are processed at the same time
 * @param queued how many more wait for at most three seconds; further ones are answered with 503 at once
 * @param farewell how long a stopping node reports that it is not ready before it closes its port; longer than the interval
 *     between a load balancer's checks, and shorter than {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("postroad.doors")
public record WebSettings(
        @DefaultValue("8") int inside,
        @DefaultValue("56") int queued,
        @DefaultValue("3s") Duration farewell) {

    public WebSettings {
        if (inside < 1 || queued < 0) {
            throw new IllegalArgumentException("postroad.doors.inside must be at least 1 and postroad.doors.queued at"
                    + " least 0, but they are " + inside + " and " + queued);
        }
    }
}
