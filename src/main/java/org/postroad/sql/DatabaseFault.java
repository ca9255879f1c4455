package org.postroad.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Classifies an exception and its causes: whether the same statement would work later. */
public enum DatabaseFault {
    /** The database cannot be reached, is shutting down or takes too long: try again when it is back. */
    GONE,
    /** Another transaction changed the same data: try again soon. */
    CONFLICT,
    /** Trying again would fail again. */
    OTHER;

    public static DatabaseFault of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            DatabaseFault fault = ofOne(cause);
            if (fault != OTHER) {
                return fault;
            }
        }
        return OTHER;
    }

    /** Whether the database has a part in the failure at all, be it that a statement is at fault. */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof DataAccessException) {
                return true;
            }
        }
        return of(failure) != OTHER;
    }

    private static DatabaseFault ofOne(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return GONE;
        }
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            return ofState(sql.getSQLState());
        }
        if (cause instanceof ConcurrencyFailureException) {
            return CONFLICT;
        }
        return cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof CannotCreateTransactionException
                ? GONE
                : OTHER;
    }

    /** PostgreSQL's classes 08 (connection), 53 (resources), 57 (shutdown, timeout); 40 (rollback) and 55P03 (lock). */
    private static DatabaseFault ofState(String state) {
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
            return GONE;
        }
        return state.startsWith("40") || state.equals("55P03") ? CONFLICT : OTHER;
    }
}
