package org.postroad.local;

import java.time.Instant;

/** Published when the embedded inbox has stored a mail: what a person sees when her phone buzzes. */
public record MailArrived(long id, String to, String subject, String html, String text, Instant sentAt) {}
