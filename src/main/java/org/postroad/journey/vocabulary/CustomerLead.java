package org.postroad.journey.vocabulary;

import org.jspecify.annotations.Nullable;
import org.postroad.decide.LeadScore.Lead;
import org.postroad.decide.Outlook;
import org.postroad.event.EventType;

/** The customer as the decision table {@code lead-score} sees them. */
final class CustomerLead {

    private CustomerLead() {}

    static Lead of(CustomerWord customer, Outlook outlook) {
        return new Lead(
                text(customer, "role"),
                text(customer, "industry"),
                number(customer, "companySize"),
                text(customer, "stage"),
                customer.did("talk_requested", "P90D"),
                customer.times(EventType.EMAIL_CLICKED, "P30D"),
                customer.times(EventType.ARTICLE_READ, "P30D"),
                customer.times(EventType.EVENT_ATTENDED, "P365D"),
                customer.seenWithin("P60D"),
                outlook);
    }

    private static @Nullable String text(CustomerWord customer, String attribute) {
        return customer.has(attribute) ? String.valueOf(customer.attribute(attribute)) : null;
    }

    private static @Nullable Double number(CustomerWord customer, String attribute) {
        return customer.attribute(attribute) instanceof Number number ? number.doubleValue() : null;
    }
}
