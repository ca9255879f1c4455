package org.postroad.compose;

import java.util.Optional;
import java.util.UUID;

/** The letters that were written, as kept by whoever posts them. */
public interface StoredLetters {

    /** The HTML part as it was sent. */
    Optional<String> html(UUID messageId);
}
