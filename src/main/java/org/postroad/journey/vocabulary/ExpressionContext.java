package org.postroad.journey.vocabulary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The words available to one evaluation of expressions; each is created once, on first use. */
public final class ExpressionContext {

    private final Map<String, Supplier<? extends Word>> words;
    private final Map<String, Word> created = new HashMap<>();

    ExpressionContext(Map<String, Supplier<? extends Word>> words) {
        this.words = words;
    }

    public Optional<Word> find(String name) {
        return Optional.ofNullable(words.get(name)).map(word -> created.computeIfAbsent(name, unused -> word.get()));
    }
}
