package org.postroad.time;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The mode for scenarios and simulations, on if {@code postroad.time.rehearsal} is true: time is simulated, and nothing is
 * sent to the outside.
 */
public class RehearsalMode implements Condition {

    public static boolean isOn(Environment environment) {
        return environment.getProperty("postroad.time.rehearsal", Boolean.class, false);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** Matches outside rehearsals: for beans that a rehearsal replaces. */
    public static final class Off extends RehearsalMode {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }

    /**
     * Published when a rehearsal's clock was set to another time, maybe an earlier one, and all data was deleted. Listeners
     * must clear what they keep in memory of it.
     */
    public record ClockReset() {}
}
