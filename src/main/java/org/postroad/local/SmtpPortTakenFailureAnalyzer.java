package org.postroad.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do if another process listens on the SMTP port. */
final class SmtpPortTakenFailureAnalyzer extends AbstractFailureAnalyzer<SmtpPortTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SmtpPortTaken cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Give the inbox another port with POSTROAD_LOCAL_SMTP_PORT, or leave it unset to get a free one.",
                cause);
    }
}
