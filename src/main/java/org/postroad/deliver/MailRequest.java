package org.postroad.deliver;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to one customer, as a step of a journey orders it.
 *
 * @param run how often this enrolment has come to this step, from 1
 * @param topic the consent that it needs; {@code service} for what the customer asked for
 * @param priority how much it matters among what the customer could get, from 0 to 100
 * @param precedence what follows from that
 * @param content which template
 * @param holdout the customer gets nothing, and that is recorded
 * @param productIds what the journey is about, foremost first
 * @param event the properties of what brought the customer in
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
        Map<String, Object> event) {}
