package org.postroad.journey.vocabulary;

import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.Enrolment;

/** {@code journey}: this walk. */
@ExpressionDoc("This walk.")
public final class JourneyWord implements Word {

    private final Enrolment enrolment;
    private final Predicate<String> passed;
    private final Function<String, Optional<UUID>> messages;

    /**
     * Speaks of a walk.
     *
     * @param passed whether it came to a step
     * @param messages the latest mail of a step
     */
    JourneyWord(Enrolment enrolment, Predicate<String> passed, Function<String, Optional<UUID>> messages) {
        this.enrolment = enrolment;
        this.passed = passed;
        this.messages = messages;
    }

    @ExpressionDoc(value = "Whether this walk came to a step.", example = "${journey.passed('send-offer')}")
    public boolean passed(String step) {
        return passed.test(step);
    }

    @ExpressionDoc(
            value = "The latest mail that a step of this walk sent; empty if it sent none.",
            example = "${event.messageId == journey.messageOf('send-offer')}")
    public @Nullable String messageOf(String step) {
        return messages.apply(step).map(UUID::toString).orElse(null);
    }

    @ExpressionDoc("The id of the process.")
    public String key() {
        return enrolment.journey();
    }

    @ExpressionDoc("Which walk of this customer through this journey it is, from 1.")
    public int run() {
        return enrolment.run();
    }

    @ExpressionDoc("Whether the customer walks along and gets nothing, so that the effect can be measured.")
    public boolean holdout() {
        return enrolment.holdout();
    }

    @ExpressionDoc("When it began.")
    public Date enteredAt() {
        return Date.from(enrolment.enteredAt());
    }
}
