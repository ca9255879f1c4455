package org.postroad.journey.vocabulary;

import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.Enrolment;

/** {@code journey}: an enrolment. */
@ExpressionDoc("This enrolment: one run of the customer through the journey.")
public final class JourneyWord implements Word {

    private final Enrolment enrolment;
    private final Predicate<String> passed;
    private final Function<String, Optional<UUID>> messages;

    /**
     * The word for an enrolment.
     *
     * @param passed whether it reached a step
     * @param messages the id of a step's latest message
     */
    JourneyWord(Enrolment enrolment, Predicate<String> passed, Function<String, Optional<UUID>> messages) {
        this.enrolment = enrolment;
        this.passed = passed;
        this.messages = messages;
    }

    @ExpressionDoc(value = "Whether this enrolment reached a step.", example = "${journey.passed('send-offer')}")
    public boolean passed(String step) {
        return passed.test(step);
    }

    @ExpressionDoc(
            value = "The id of the latest mail that a step of this enrolment sent; empty if it sent none.",
            example = "${event.messageId == journey.messageOf('send-offer')}")
    public @Nullable String messageOf(String step) {
        return messages.apply(step).map(UUID::toString).orElse(null);
    }

    @ExpressionDoc("The id of the process.")
    public String key() {
        return enrolment.journey();
    }

    @ExpressionDoc("How often the customer has entered this journey, this time included.")
    public int run() {
        return enrolment.run();
    }

    @ExpressionDoc("Whether the customer is in the holdout, which gets no mail so that the effect can be measured.")
    public boolean holdout() {
        return enrolment.holdout();
    }

    @ExpressionDoc("When it began.")
    public Date enteredAt() {
        return Date.from(enrolment.enteredAt());
    }
}
