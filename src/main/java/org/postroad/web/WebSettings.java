package org.postroad.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests may be inside at once, on this node: of those that write over the API, and again of those that
 * follow a link in a mail. Each may hold a database connection, and keeps one of the server's 200 threads busy.
 *
 * @param inside worked on at the same time
 * @param queued wait for their turn, at most three seconds; what comes beyond hears 503 at once
 * @param farewell how long a node that is being stopped says so before it closes its port, for load balancers to see; at
 *     least as long as they take from one look to the next, and less than {@code
 *     spring.lifecycle.timeout-per-shutdown-phase}
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
