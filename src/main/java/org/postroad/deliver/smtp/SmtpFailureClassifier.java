package org.postroad.deliver.smtp;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Classifies exceptions of the transport by the SMTP code of the relay. */
final class SmtpFailureClassifier {

    private static final int MAX_LENGTH = 500;

    private SmtpFailureClassifier() {}

    /** @param begun whether DATA had begun when it failed */
    static SendResult classify(MessagingException failure, boolean begun) {
        String reply = oneLine(failure.getMessage());
        for (Exception each = failure; each != null; each = next(each)) {
            int code = code(each);
            if (code > 0) {
                String answer = oneLine(each.getMessage());
                return code >= 500 ? new SendResult.Failed(answer) : new SendResult.Deferred(answer);
            }
        }
        return begun ? new SendResult.Unknown(reply) : new SendResult.Deferred(reply);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** The relay's code; -1 if it did not reply. */
    private static int code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException sending ? sending.getReturnCode() : -1;
    }

    /** One line of limited length, without null characters, which PostgreSQL does not store. */
    static String oneLine(@Nullable String reply) {
        String line = reply == null ? "" : reply.replaceAll("[\\s\\x00]+", " ").strip();
        return line.substring(0, Math.min(line.length(), MAX_LENGTH));
    }
}
