package org.postroad.compose.template;

/** A rendered letter that is not validated yet. */
public record Draft(String subject, String html) {}
