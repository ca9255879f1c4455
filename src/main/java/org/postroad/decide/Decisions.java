package org.postroad.decide;

import java.util.Optional;
import java.util.UUID;

/** The decisions that were made. */
public interface Decisions {

    Optional<Decision> find(UUID id);
}
