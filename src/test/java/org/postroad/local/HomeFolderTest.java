package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

    @TempDir
    Path folder;

    @Test
    void hasOneOwnerAtATime() {
        try (HomeFolder first = HomeFolder.open(folder);
                HomeFolder second = HomeFolder.open(folder)) {
            first.requireOwnership();
            assertThat(second.isOwned()).isFalse();
            assertThatThrownBy(second::requireOwnership)
                    .hasMessageContaining("another Postroad runs on it")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        try (HomeFolder next = HomeFolder.open(folder)) {
            assertThat(next.isOwned()).isTrue();
        }
    }

    @Test
    void isCreatedIfMissingAndRefusedIfItCannotBe() throws IOException {
        try (HomeFolder homeFolder = HomeFolder.open(folder.resolve("new/home"))) {
            assertThat(homeFolder.folder()).isDirectory();
        }
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> HomeFolder.open(file.resolve("home")))
                .isInstanceOf(HomeFolderUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void storesTheClockOffset() {
        ClockOffsetFile clock = new ClockOffsetFile(folder.resolve("clock"));
        assertThat(clock.load()).isZero();

        clock.save(Duration.ofHours(14));

        assertThat(new ClockOffsetFile(folder.resolve("clock")).load()).isEqualTo(Duration.ofHours(14));
    }
}
