package org.postroad.decide.model;

import java.util.Optional;

/** The model that decisions use, for people to look at. */
public interface ModelRegistry {

    /** The card of the model in use. */
    Optional<ModelCard> card();

    /** Why there is no usable model, in a sentence; empty if there is one. */
    Optional<String> problem();
}
