package org.postroad.time;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A rehearsal is on when {@code postroad.time.rehearsal} says so: time is played, and nothing leaves the house. */
public class RehearsalMode implements Condition {

    public static boolean isOn(Environment environment) {
        return environment.getProperty("postroad.time.rehearsal", Boolean.class, false);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** Everyday life: what a rehearsal has something else for. */
    public static final class Off extends RehearsalMode {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }

    /**
     * Published when the clock of a rehearsal was set anew, maybe back, and all that had happened is forgotten: whoever
     * keeps in memory what depends on it forgets too.
     */
    public record ClockReset() {}
}
