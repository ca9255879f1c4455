package org.postroad.journey.vocabulary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The words that can be spoken at one moment of one walk; each is looked up once, when it is spoken first. */
public final class ExpressionContext {

    private final Map<String, Supplier<? extends Word>> words;
    private final Map<String, Word> spoken = new HashMap<>();

    ExpressionContext(Map<String, Supplier<? extends Word>> words) {
        this.words = words;
    }

    public Optional<Word> find(String name) {
        return Optional.ofNullable(words.get(name)).map(word -> spoken.computeIfAbsent(name, unspoken -> word.get()));
    }
}
