package org.postroad.compose;

/**
 * What is said, before it is put into an envelope.
 *
 * @param unsubscribeUrl for the {@code List-Unsubscribe} header (RFC 8058)
 */
public record Letter(String subject, String html, String text, String unsubscribeUrl) {}
