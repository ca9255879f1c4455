package org.postroad.deliver.smtp;

/** The result of one attempt to send a message. The reply is the relay's, or says what went wrong on the way to it. */
public sealed interface SendResult {

    String reply();

    /** Accepted: 2xx after DATA. */
    record Sent(String reply) implements SendResult {}

    /** Certainly not accepted, and worth another attempt: 4xx, or the connection broke before DATA. */
    record Deferred(String reply) implements SendResult {}

    /** As {@link Deferred}, and the same for every other message: the relay cannot be reached. */
    record Unreachable(String reply) implements SendResult {}

    /** Rejected for good: 5xx. */
    record Failed(String reply) implements SendResult {}

    /** The connection broke after DATA had begun and before the reply: the relay may have accepted it. */
    record Unknown(String reply) implements SendResult {}
}
