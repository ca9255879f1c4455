package org.postroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.PostroadProcess;

class CommandLauncherIT {

    @TempDir
    Path home;

    @Test
    void listsItsCommands() {
        try (PostroadProcess help = PostroadProcess.command(home, "--help")) {
            assertThat(help.awaitExit()).isZero();
            assertThat(help.output()).contains("Usage:", "import", "train").doesNotContain("Exception");
        }
    }

    @Test
    void printsHelpWithoutStartingTheApplication() {
        try (PostroadProcess help = PostroadProcess.command(home, "import", "--help")) {
            assertThat(help.awaitExit()).isZero();
            assertThat(help.output()).contains("FILE");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesUnknownCommands() {
        try (PostroadProcess unknown = PostroadProcess.command(home, "imprt", "file")) {
            assertThat(unknown.awaitExit()).isEqualTo(2);
            assertThat(unknown.output()).contains("There is no command \"imprt\"", "import");
        }
        try (PostroadProcess incomplete = PostroadProcess.command(home, "import")) {
            assertThat(incomplete.awaitExit()).isEqualTo(2);
            assertThat(incomplete.output())
                    .contains("Missing required parameter")
                    .contains("FILE");
        }
        assertThat(home).isEmptyDirectory();
    }
}
