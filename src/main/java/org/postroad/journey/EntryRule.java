package org.postroad.journey;

/**
 * When a customer enters a journey, as the "Enter when" template of its start event says.
 *
 * @param eventType which event may start it
 * @param condition an expression over {@code customer} and {@code event}; blank for always
 * @param reentry whether a customer may come again
 * @param holdoutShare the share of those who enter that gets nothing, in [0, 1)
 */
public record EntryRule(String eventType, String condition, Reentry reentry, double holdoutShare) {}
