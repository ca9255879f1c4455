package org.postroad.decide.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.feature.Features;
import org.springframework.util.FileSystemUtils;

/** What becomes of a model that is well, and of one that is not; with the model that Postroad comes with. */
class ModelRegistryTest {

    private static final Path COMMITTED = Path.of("models", OfferModel.NAME);

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheModel() throws IOException {
        FileSystemUtils.copyRecursively(COMMITTED, folder);
    }

    @Test
    void readsTheBundledModel() throws IOException {
        ModelRegistry registry = registry(Features.NAMES);
        assertThat(registry.problem()).isEmpty();
        ModelCard card = registry.card().orElseThrow();
        assertThat(card.features()).isEqualTo(Features.NAMES);
        assertThat(card.metrics().logLoss()).isLessThan(card.metrics().baselineLogLoss());
        assertThat(card.gate().act()).isEqualTo(card.gate().lowerBound() > 0);
        assertThat(Files.size(COMMITTED.resolve(card.file()))).isLessThan(500_000);
    }

    @Test
    void doesNotUseAModelWithOtherFeatures() {
        List<String> renamed = new ArrayList<>(Features.NAMES);
        renamed.set(0, "shoe_size");
        ModelRegistry registry = registry(renamed);
        assertThat(registry.current()).isEmpty();
        assertThat(registry.problem().orElseThrow())
                .contains(folder.resolve("model.json").toString())
                .contains(Features.NAMES.toString())
                .contains(renamed.toString())
                .contains("decisions are made by rule");
    }

    @Test
    void doesNotUseAModelWithAnotherChecksumThanTheCard() throws IOException {
        Path model = folder.resolve("model.json");
        Files.writeString(model, Files.readString(model).replace("discount_share", "discount_cent"));
        assertThat(registry(Features.NAMES).problem().orElseThrow())
                .contains(model.toString())
                .contains("SHA-256");
    }

    @Test
    void namesACardThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("card.json"), "{\"name\":");
        assertThat(registry(Features.NAMES).problem().orElseThrow())
                .contains(folder.resolve("card.json").toString());
    }

    @Test
    void usesANewModelAndDropsADeletedOne() throws IOException {
        ModelRegistry registry = registry(Features.NAMES);
        assertThat(registry.current()).isPresent();
        Files.delete(folder.resolve("card.json"));
        assertThat(registry.problem().orElseThrow()).contains("train");
        Files.copy(COMMITTED.resolve("card.json"), folder.resolve("card.json"));
        assertThat(registry.current()).isPresent();
        Files.writeString(folder.resolve("card.json"), "{}");
        Files.setLastModifiedTime(folder.resolve("card.json"), FileTime.fromMillis(1));
        assertThat(registry.current()).isEmpty();
    }

    private ModelRegistry registry(List<String> features) {
        return new ModelRegistry(folder, features);
    }
}
