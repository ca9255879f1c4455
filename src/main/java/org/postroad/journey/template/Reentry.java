package org.postroad.journey.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Whether a customer may walk a journey again. Nobody is in the same journey twice at once. */
public sealed interface Reentry {

    /** Whether somebody who last entered at that moment, and has left since, may enter now. */
    boolean allows(Instant lastEntered, Instant now);

    /** Written {@code once}. */
    record Once() implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return false;
        }
    }

    /** Written {@code after P14D}: counted from the last entry. */
    record After(Period period) implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return !lastEntered.atZone(ZoneOffset.UTC).plus(period).toInstant().isAfter(now);
        }
    }

    /** Written {@code always}: as soon as the last walk has ended. */
    record Always() implements Reentry {

        @Override
        public boolean allows(Instant lastEntered, Instant now) {
            return true;
        }
    }

    /**
     * Reads what the template says.
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
                // answered below, as is a period that is not positive
            }
        }
        throw new IllegalArgumentException("Setting 'reentry' is '" + rule
                + "'; write 'once', 'always', or 'after' with days, weeks or months, for example 'after P14D'.");
    }
}
