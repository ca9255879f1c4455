package org.postroad.compose;

/** A letter as its template wrote it, not yet checked. */
record Draft(String subject, String html) {}
