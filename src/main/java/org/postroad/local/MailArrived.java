package org.postroad.local;

import java.time.Instant;

/** Published when the embedded inbox has stored a mail; simulated people react to it. */
public record MailArrived(long id, String to, String subject, String html, String text, Instant sentAt) {}
