package org.postroad.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How time passes.
 *
 * @param frozenAt if given, the clock stands at this moment until it is moved by hand (tests, simulation)
 * @param background whether due work runs in background threads; otherwise only calls of {@link WorkScheduler} run it
 * @param rehearsal whether time is simulated, see {@link RehearsalMode}; the frozen clock may then be set back
 */
@ConfigurationProperties("postroad.time")
public record TimeSettings(
        @Nullable Instant frozenAt, @DefaultValue("true") boolean background, boolean rehearsal) {}
