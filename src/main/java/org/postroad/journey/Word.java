package org.postroad.journey;

/**
 * Something that an expression in a journey may speak of. All public methods that a word declares, and nothing else,
 * can be called from a diagram, so each is a promise to marketers.
 */
public sealed interface Word permits CustomerWord, EventWord, DecisionWord, JourneyWord, BestTimeWord {}
