package org.postroad.journey.migration;

/** A walk cannot be carried along; the message says why, for whoever planned it. */
public final class EnrolmentMigrationException extends RuntimeException {

    public EnrolmentMigrationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence alone: it is kept as the reason. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
