package org.postroad.journey.vocabulary;

/**
 * An object that expressions in a diagram can use. Expressions can call exactly the public methods that a word declares, so
 * each is a promise to marketers, documented by {@link ExpressionDoc}.
 */
public sealed interface Word
        permits CustomerWord, EventWord, DecisionWord, JourneyWord, BestTimeWord, SupplyWord, CalendarWord {}
