package org.postroad.web;

import org.jspecify.annotations.Nullable;
import org.postroad.event.InboxFull;
import org.postroad.sql.DatabaseFault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The 503 problems while the database is gone or overloaded: nothing was accepted, and the caller should try again. */
public final class UnavailableProblems {

    public static final int RETRY_AFTER_SECONDS = 5;

    /** A permit may be free at once. */
    static final int RETRY_WHEN_OVERLOADED_AFTER_SECONDS = 1;

    /** By then about 50,000 of the waiting events have been processed. */
    static final int RETRY_WHEN_INBOX_FULL_AFTER_SECONDS = 10;

    private UnavailableProblems() {}

    public static ProblemDetail databaseUnreachable() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer at present. Nothing was accepted; try again in a few seconds.");
    }

    static ProblemDetail conflict() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Somebody else was changing the same data. Nothing was accepted; try again in a few seconds.");
    }

    static ProblemDetail overloaded() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Too many requests are being worked on at present. Nothing was accepted; try again in a second.");
    }

    static ProblemDetail inboxFull(InboxFull inbox) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(inbox.getMessage()));
    }

    static ResponseEntity<ProblemDetail> response(ProblemDetail problem, int retryAfterSeconds) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds))
                .body(problem);
    }

    public static boolean isDatabaseGone(@Nullable Throwable failure) {
        return DatabaseFault.of(failure) == DatabaseFault.GONE;
    }
}
