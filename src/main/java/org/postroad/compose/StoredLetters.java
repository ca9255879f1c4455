package org.postroad.compose;

import java.util.Optional;
import java.util.UUID;

/** The letters that were composed, as the package that sends them stores them. */
public interface StoredLetters {

    /** The HTML part as it was sent; empty if the message has none. */
    Optional<String> html(UUID messageId);
}
