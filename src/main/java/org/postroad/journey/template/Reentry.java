package org.postroad.journey.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Whether a customer may enter a journey again after an enrolment has ended. */
public sealed interface Reentry {

    /** Whether a customer whose last enrolment began then, and has ended, may enter now. */
    boolean allows(Instant lastEntered, Instant now);

    /** {@code once}: never again. */
    record Once() implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return false;
        }
    }

    /** {@code after P14D}: that long after the last entry. */
    record After(Period period) implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return !lastEntered.atZone(ZoneOffset.UTC).plus(period).toInstant().isAfter(now);
        }
    }

    /** {@code always}: as soon as the last enrolment has ended. */
    record Always() implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return true;
        }
    }

    /**
     * Parses the setting {@code reentry}.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    static Reentry parse(String text) {
        String rule = text.strip();
        return switch (rule) {
            case "once" -> new Once();
            case "always" -> new Always();
            default -> after(rule);
        };
    }

    private static Reentry after(String rule) {
        if (rule.startsWith("after ")) {
            try {
                Period period = Period.parse(rule.substring("after ".length()).strip());
                if (!period.isNegative() && !period.isZero()) {
                    return new After(period);
                }
            } catch (DateTimeException e) {
                // rejected below, as is a period that is not positive
            }
        }
        throw new IllegalArgumentException("Setting 'reentry' is '" + rule
                + "'; write 'once', 'always', or 'after' with days, weeks or months, for example 'after P14D'.");
    }
}
