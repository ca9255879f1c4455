package org.postroad;

import org.jspecify.annotations.Nullable;
import org.postroad.sql.DatabaseFault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The answer while the database is gone: nothing was accepted, and the caller had better try again soon. */
final class Unavailable {

    static final String RETRY_AFTER_SECONDS = "5";

    private Unavailable() {}

    static ProblemDetail problem() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer at present. Nothing was accepted; try again in a few seconds.");
    }

    static ProblemDetail conflict() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Somebody else was changing the same data. Nothing was accepted; try again in a few seconds.");
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem);
    }

    static boolean isDatabaseGone(@Nullable Throwable failure) {
        return DatabaseFault.of(failure) == DatabaseFault.GONE;
    }
}
