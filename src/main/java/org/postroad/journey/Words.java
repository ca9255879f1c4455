package org.postroad.journey;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The words that can be spoken at one moment of one walk, looked up when they are spoken. */
public final class Words {

    private final Map<String, Supplier<? extends Word>> words;

    Words(Map<String, Supplier<? extends Word>> words) {
        this.words = words;
    }

    public Optional<Word> find(String name) {
        return Optional.ofNullable(words.get(name)).map(Supplier::get);
    }
}
