package org.postroad.journey.vocabulary;

/**
 * Something that an expression in a journey may speak of. All public methods that a word declares, and nothing else,
 * can be called from a diagram, so each is a promise to marketers; its {@link ExpressionDoc} is what the page of words tells them.
 */
public sealed interface Word
        permits CustomerWord, EventWord, DecisionWord, JourneyWord, BestTimeWord, SupplyWord, CalendarWord {}
