package org.postroad.deliver.smtp;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure to post means. */
final class SmtpFailureClassifier {

    private static final int LONGEST = 500;

    private SmtpFailureClassifier() {}

    /** @param begun whether the mail's content was being sent when it failed */
    static SendResult classify(MessagingException failure, boolean begun) {
        String reply = oneLine(failure.getMessage());
        for (Exception each = failure; each != null; each = next(each)) {
            int code = code(each);
            if (code > 0) {
                String words = oneLine(each.getMessage());
                return code >= 500 ? new SendResult.Failed(words) : new SendResult.Deferred(words);
            }
        }
        return begun ? new SendResult.Unknown(reply) : new SendResult.Deferred(reply);
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
    static String oneLine(@Nullable String reply) {
        String line = reply == null ? "" : reply.replaceAll("[\\s\\x00]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
