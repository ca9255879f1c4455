package org.postroad.deliver.smtp;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure to post means. */
final class RelayReply {

    private static final int LONGEST = 500;

    private RelayReply() {}

    /** @param begun whether the mail's content was being sent when it failed */
    static Attempt judge(MessagingException failure, boolean begun) {
        String reply = tidy(failure.getMessage());
        for (Exception each = failure; each != null; each = next(each)) {
            int code = code(each);
            if (code > 0) {
                String words = tidy(each.getMessage());
                return code >= 500 ? new Attempt.Failed(words) : new Attempt.Deferred(words);
            }
        }
        return begun ? new Attempt.Unknown(reply) : new Attempt.Deferred(reply);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** The relay's code; -1 if there was no answer. */
    private static int code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException sending ? sending.getReturnCode() : -1;
    }

    /** One line of reasonable length; null bytes are nothing that PostgreSQL keeps. */
    static String tidy(@Nullable String reply) {
        String line = reply == null ? "" : reply.replaceAll("[\\s\\x00]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
