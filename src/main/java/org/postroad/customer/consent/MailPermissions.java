package org.postroad.customer.consent;

/** May we write to this customer about this? Asked when a mail is queued and again just before it is posted. */
public interface MailPermissions {

    MailPermission toMail(String customerId, String topic);

    /** The answer. */
    sealed interface MailPermission {

        /** Yes, to this address. */
        record Granted(String address) implements MailPermission {}

        /** No. Reasons: {@code unknown_customer}, {@code no_address}, {@code no_consent}, {@code unsubscribed}, {@code suppressed}. */
        record Denied(String reason) implements MailPermission {}
    }
}
