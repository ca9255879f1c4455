package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.PgCtl;

class LocalPostgresIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndListensOnLoopbackWithPasswordOnly() throws Exception {
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            write(postgres, "create table kept as select 'Sarah' as name");
            assertThat(read(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(read(postgres, "show fsync")).isEqualTo("on");
            assertThat(read(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.getJdbcUrl(), "postgres", "guessed")
                            .close())
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(PostgresProcess.runningOn(folder.resolve("postgres"))).isEmpty();
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            assertThat(read(postgres, "select name from kept")).isEqualTo("Sarah");
        }
    }

    @Test
    void replacesAServerThatAKilledProcessLeftBehind() throws Exception {
        PgCtl byHand;
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            write(postgres, "create table kept as select 'Sarah' as name");
            byHand = PgCtl.of(folder.resolve("postgres"));
        }
        byHand.start();
        PostgresProcess orphan =
                PostgresProcess.runningOn(folder.resolve("postgres")).orElseThrow();
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(read(postgres, "select name from kept")).isEqualTo("Sarah");
        }
    }

    @Test
    void startsDespiteAStalePidFileOrAnInterruptedFirstStart() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(data.resolve("postgresql.conf"), "half made");
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            write(postgres, "create table kept as select 'Sarah' as name");
        }
        writePidFile(data, ProcessHandle.current().pid());
        try (HomeFolder homeFolder = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(homeFolder, true)) {
            assertThat(read(postgres, "select name from kept")).isEqualTo("Sarah");
        }
    }

    @Test
    void letsACommandJoinTheRunningServer() throws Exception {
        try (HomeFolder server = HomeFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.startOrJoin(server, true)) {
            write(postgres, "create table shared as select 'Sarah' as name");
            try (HomeFolder command = HomeFolder.open(folder);
                    LocalPostgres joined = LocalPostgres.startOrJoin(command, true)) {
                assertThat(read(joined, "select name from shared")).isEqualTo("Sarah");
            }
            assertThat(read(postgres, "select name from shared")).isEqualTo("Sarah");
        }
    }

    /** As PostgreSQL writes it: process, folder, start, port. */
    static void writePidFile(Path data, long process) throws IOException {
        Files.writeString(data.resolve("postmaster.pid"), process + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n");
    }

    static void write(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    static String read(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }
}
