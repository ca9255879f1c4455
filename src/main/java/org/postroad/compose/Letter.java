package org.postroad.compose;

/**
 * A composed and validated letter, before it becomes a MIME message.
 *
 * @param unsubscribeUrl for the {@code List-Unsubscribe} header (RFC 8058)
 */
public record Letter(String subject, String html, String text, String unsubscribeUrl) {}
