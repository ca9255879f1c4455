package org.postroad.compose.template;

/** A letter as its template wrote it, not yet checked. */
public record Draft(String subject, String html) {}
