package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside local mode: with a configured database and relay. */
class OutsideServerIT {

    @TempDir
    Path home;

    @Test
    void usesTheConfiguredDatabaseAndNothingOfLocalMode() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                PostroadProcess server = start(postgres.getPort()).awaitReady()) {
            assertThat(server.output()).contains("Console").doesNotContain("Inbox");
            Http application = server.http().withKey(server.printed("API key"));
            assertThat(application.get("/v3/api-docs").statusCode()).isEqualTo(200);
            assertThat(application.get("/local/clock").statusCode()).isEqualTo(404);
            assertThat(application.get("/local/inbox").statusCode()).isEqualTo(404);
            assertThat(home).isEmptyDirectory();
        }
    }

    @Test
    void explainsThatTheDatabaseCannotBeReached() {
        int nobody = PostroadProcess.freePort();
        try (PostroadProcess server = start(nobody)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .contains("jdbc:postgresql://127.0.0.1:" + nobody + "/postgres cannot be reached")
                    .contains("SPRING_DATASOURCE_URL")
                    .doesNotContain("\tat ");
        }
    }

    private PostroadProcess start(int postgresPort) {
        return PostroadProcess.start(
                home,
                PostroadProcess.freePort(),
                Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres",
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SPRING_MAIL_HOST", "127.0.0.1"));
    }
}
