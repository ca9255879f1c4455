package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void belongsToOneAtATime() {
        try (Home first = Home.open(folder);
                Home second = Home.open(folder)) {
            first.mustBeOwned();
            assertThat(second.owned()).isFalse();
            assertThatThrownBy(second::mustBeOwned)
                    .hasMessageContaining("another Postroad runs on it")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        try (Home next = Home.open(folder)) {
            assertThat(next.owned()).isTrue();
        }
    }

    @Test
    void isMadeWhenMissingAndRefusedWhenItCannotBe() throws IOException {
        try (Home home = Home.open(folder.resolve("new/home"))) {
            assertThat(home.folder()).isDirectory();
        }
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOf(HomeUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void keepsTheClock() {
        ClockFile clock = new ClockFile(folder.resolve("clock"));
        assertThat(clock.ahead()).isZero();

        clock.keep(Duration.ofHours(14));

        assertThat(new ClockFile(folder.resolve("clock")).ahead()).isEqualTo(Duration.ofHours(14));
    }
}
