package org.postroad.deliver;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.compose.LetterRequest;

/**
 * A request for one message to one customer, made by a step of a journey.
 *
 * @param run how often this enrolment has reached this step, from 1
 * @param topic the consent that it needs; {@code service} for mail that the customer asked for
 * @param priority the step's own, from 0 to 100
 * @param precedence what the rules made of the priority
 * @param content the template, as {@code journey/name}
 * @param holdout whether the customer is held out: nothing is sent, and that is recorded
 * @param productIds the products that the journey is about, the most important first
 * @param event the properties of the event that started the enrolment
 */
public record MailRequest(
        UUID enrolmentId,
        String journey,
        String step,
        int run,
        String customerId,
        String topic,
        int priority,
        Precedence precedence,
        String content,
        @Nullable UUID decisionId,
        boolean holdout,
        List<String> productIds,
        Map<String, Object> event)
        implements LetterRequest {}
