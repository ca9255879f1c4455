package org.postroad.deliver.smtp;

/** How one attempt to post a message ended. Replies are the relay's words, or what went wrong on the way. */
public sealed interface SendResult {

    String reply();

    /** The relay took it: 2xx after DATA. */
    record Sent(String reply) implements SendResult {}

    /** Surely not taken, and worth another try: 4xx, or the connection broke before DATA. */
    record Deferred(String reply) implements SendResult {}

    /** As {@link Deferred}, and no other message would fare better now: the relay cannot be reached. */
    record Unreachable(String reply) implements SendResult {}

    /** Refused for good: 5xx. */
    record Failed(String reply) implements SendResult {}

    /** The connection broke after DATA had begun, before an answer: the relay may have taken it. */
    record Unknown(String reply) implements SendResult {}
}
