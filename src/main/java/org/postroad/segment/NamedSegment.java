package org.postroad.segment;

import java.time.Instant;

/**
 * A segment that people define.
 *
 * @param expression over {@code customer}, such as <code>${customer.orders >= 3}</code>
 */
record NamedSegment(String name, String expression, Instant changedAt) {}
