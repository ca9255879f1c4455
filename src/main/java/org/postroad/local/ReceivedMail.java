package org.postroad.local;

import java.time.Instant;
import java.util.Map;

/**
 * A mail in the embedded inbox.
 *
 * @param to the envelope recipient, in lower case; a mail to three recipients is three of these
 * @param html the HTML part; empty if there is none or the mail is malformed
 * @param text the plain text part; empty likewise
 * @param headers unfolded and decoded; the values of a repeated header are joined by a line break
 */
public record ReceivedMail(
        long id, String to, String subject, Instant sentAt, String html, String text, Map<String, String> headers) {}
