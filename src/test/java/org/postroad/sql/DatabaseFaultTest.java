package org.postroad.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08006, GONE", // connection failure
        "57P01, GONE", // the administrator stops the server
        "53300, GONE", // too many connections
        "40P01, CONFLICT", // deadlock
        "40001, CONFLICT", // serialization
        "55P03, CONFLICT", // lock not available
        "23505, OTHER", // unique violation
        "22P02, OTHER", // invalid text
    })
    void classifiesSqlStates(String state, DatabaseFault fault) {
        assertThat(DatabaseFault.of(new IllegalStateException(new SQLException("…", state))))
                .isEqualTo(fault);
    }

    @Test
    void classifiesExceptionsOfSpring() {
        assertThat(DatabaseFault.of(new OptimisticLockingFailureException("…"))).isEqualTo(DatabaseFault.CONFLICT);
        assertThat(DatabaseFault.of(new CannotCreateTransactionException(
                        "…", new SQLTransientConnectionException("no connection in 3 s"))))
                .isEqualTo(DatabaseFault.GONE);
        assertThat(DatabaseFault.of(new DataIntegrityViolationException("…", new SQLException("…", "23505"))))
                .isEqualTo(DatabaseFault.OTHER);
        assertThat(DatabaseFault.of(new UnexpectedRollbackException("…"))).isEqualTo(DatabaseFault.OTHER);
        assertThat(DatabaseFault.of(new IllegalStateException(new ConnectException("SMTP"))))
                .isEqualTo(DatabaseFault.OTHER);
    }
}
