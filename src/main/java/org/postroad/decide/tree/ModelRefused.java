package org.postroad.decide.tree;

/** A model cannot be used. The message names the file, the fault and what to do. */
public final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelRefused(String message) {
        super(message);
    }
}
