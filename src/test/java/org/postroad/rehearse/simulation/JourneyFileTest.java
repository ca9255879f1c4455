package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyFileTest {

    private static final Path HERE = Path.of(".");
    private final Map<String, byte[]> files = Map.of("welcome.bpmn", new byte[] {1}, "offers.dmn", new byte[] {2});

    @Test
    void isNamedByIdOrByPath() {
        assertThat(JourneyFile.find("welcome", files, HERE).journey()).isEqualTo("welcome");
        assertThat(JourneyFile.find("bpmn/welcome.bpmn", files, HERE).journey()).isEqualTo("welcome");
    }

    @Test
    void takesThePlaceOfTheOneWithThatId(@TempDir Path folder) throws IOException {
        Path copy = Files.copy(Path.of("bpmn/welcome.bpmn"), folder.resolve("my-idea.bpmn"));
        Map<String, byte[]> all = JourneyFile.find(copy.toString(), files, HERE).in(files, "welcome");
        assertThat(all).containsOnlyKeys("welcome.bpmn", "offers.dmn");
        assertThat(all.get("welcome.bpmn")).isEqualTo(Files.readAllBytes(copy));
    }

    @Test
    void saysWhatIsWrong(@TempDir Path folder) throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.bpmn"), "none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JourneyFile.find("welcom", files, HERE))
                .withMessageContaining("There is no welcom.bpmn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JourneyFile.find("bpmn/welcom.bpmn", files, HERE))
                .withMessage("There is no file bpmn/welcom.bpmn.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JourneyFile.find(notes.toString(), files, HERE))
                .withMessageContaining("is no BPMN diagram");
    }
}
