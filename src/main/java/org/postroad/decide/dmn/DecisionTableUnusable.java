package org.postroad.decide.dmn;

import org.jspecify.annotations.Nullable;

/** A decision table is missing or cannot be evaluated. The message names the table and says what to do. */
final class DecisionTableUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionTableUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Never null, unlike the inherited method's result. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
