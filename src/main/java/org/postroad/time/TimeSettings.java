package org.postroad.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How time passes.
 *
 * @param frozenAt if given, the clock stands at this moment until it is moved by hand (tests, simulation)
 * @param background whether work that falls due is done by itself; otherwise only {@link WorkScheduler} calls do it
 * @param rehearsal whether time is only played, see {@link RehearsalMode}; the frozen clock may then be set back
 */
@ConfigurationProperties("postroad.time")
public record TimeSettings(
        @Nullable Instant frozenAt, @DefaultValue("true") boolean background, boolean rehearsal) {}
