package org.postroad.decide.sendtime;

import java.time.Instant;

/**
 * A moment to send, and on what the choice rests.
 *
 * @param mails how many mails to the customer are known
 * @param responses how many of them a human opened or clicked within two days
 * @param customers from how many customers it is known what customers in general do
 * @param explored whether the moment was drawn by lot, to learn of other hours
 */
public record SendTime(Instant at, int mails, int responses, int customers, boolean explored) {

    /** On what it rests, in words: one sentence or two. */
    public String reason() {
        String rest = customers == 0
                ? "nothing is known of other customers yet, so that mid-morning is assumed"
                : "what %d customers do".formatted(customers);
        String basis = mails == 0
                ? "No mail to this customer is known: " + (customers == 0 ? rest : "it is " + rest)
                : "%d mails to this customer, of which %d were opened or clicked; for the rest %s"
                        .formatted(mails, responses, rest);
        return basis + "." + (explored ? " Drawn by lot, to learn of other hours." : "");
    }
}
