package org.postroad.customer.consent;

/** May we write to this customer about this? Asked when a mail is queued and again just before it is posted. */
public interface Permissions {

    Permission toMail(String customerId, String topic);

    /** The answer. */
    sealed interface Permission {

        /** Yes, to this address. */
        record Granted(String address) implements Permission {}

        /** No. Reasons: {@code unknown_customer}, {@code no_address}, {@code no_consent}, {@code unsubscribed}, {@code suppressed}. */
        record Refused(String reason) implements Permission {}
    }
}
