package org.postroad.local;

import org.springframework.core.NestedExceptionUtils;

/** Another process listens on the configured port of the embedded SMTP server. */
final class SmtpPortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SmtpPortTaken(int port, Throwable cause) {
        super(
                "The inbox cannot listen on 127.0.0.1:" + port + ": "
                        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage(),
                cause);
    }
}
