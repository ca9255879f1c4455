package org.postroad.decide.tree;

/** A model that cannot be used; the message names the file, what is wrong with it, and what to do. */
public final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelRefused(String message) {
        super(message);
    }
}
