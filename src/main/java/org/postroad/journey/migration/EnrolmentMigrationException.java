package org.postroad.journey.migration;

/** An enrolment cannot be migrated; the message says why, for the person who planned the migration. */
public final class EnrolmentMigrationException extends RuntimeException {

    public EnrolmentMigrationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The message alone, since it is stored as the reason of a failure. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
