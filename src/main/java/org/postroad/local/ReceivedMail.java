package org.postroad.local;

import java.time.Instant;
import java.util.Map;

/**
 * A mail that the embedded inbox took in, as a reader sees it.
 *
 * @param to one envelope recipient, lower case; a mail to three people is three of these
 * @param html the HTML part, empty when there is none or the mail is malformed
 * @param headers unfolded and decoded; values of a repeated header are joined by a line break
 */
public record ReceivedMail(
        long id, String to, String subject, Instant sentAt, String html, String text, Map<String, String> headers) {}
