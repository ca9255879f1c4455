package org.postroad.decide.dmn;

import org.jspecify.annotations.Nullable;

/** A decision table that is missing or cannot be evaluated; the message says which and what to do. */
final class DecisionTableUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionTableUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Never null, unlike the inherited one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
