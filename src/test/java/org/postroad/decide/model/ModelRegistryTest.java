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
import org.postroad.catalog.Offer;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.feature.Features;
import org.springframework.util.FileSystemUtils;

/** What becomes of a model that is well, and of one that is not; with the model that Postroad comes with. */
class ModelRegistryTest {

    private static final Path COMMITTED = Path.of("models", OfferModel.NAME);

    private static final Offer GIFT = TestModels.offer("gift", Offer.Kind.GIFT, 0, 2);

    @TempDir
    Path home;

    private Path folder = Path.of("");

    @BeforeEach
    void copyTheModel() throws IOException {
        NativeXgboost.require();
        folder = home.resolve("model");
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

    @Test
    void readsTheEffectsOfOffers() throws IOException {
        TestModels.write(folder, List.of(byResponse(), byTrees()));
        ModelRegistry registry = registry(Features.NAMES);
        assertThat(registry.problem()).isEmpty();
        OfferModel model = registry.current().orElseThrow();
        assertThat(model.card().effects()).hasSize(2);
        assertThat(model.effects()).containsOnlyKeys("gift");
        assertThat(model.card().knows(GIFT)).isTrue();
        assertThat(model.card().knows(TestModels.offer("gift", Offer.Kind.GIFT, 0, 3)))
                .as("costs the shop more now, which no customer sees")
                .isTrue();
        assertThat(model.card().knows(TestModels.offer("gift", Offer.Kind.GIFT, 5, 2)))
                .as("another value")
                .isFalse();
        assertThat(model.card().knows(TestModels.offer("gift", Offer.Kind.PERCENT, 0, 2)))
                .as("another kind")
                .isFalse();
        assertThat(model.card().knows(TestModels.offer("other", Offer.Kind.GIFT, 0, 2)))
                .isFalse();
    }

    /** The card of an older version says nothing of effects: its model chooses by its response alone, among all offers. */
    @Test
    void readsACardWithoutEffects() throws IOException {
        TestModels.write(folder, null);
        assertThat(Files.readString(folder.resolve("card.json"))).doesNotContain("\"effects\"");
        OfferModel model = registry(Features.NAMES).current().orElseThrow();
        assertThat(model.card().effects()).isNull();
        assertThat(model.card().knows(GIFT)).isTrue();
    }

    @Test
    void refusesATruncatedFileOfAnEffect() throws IOException {
        TestModels.write(folder, List.of(byTrees()));
        Path trees = folder.resolve("effect-1.json");
        Files.writeString(trees, Files.readString(trees).substring(0, 900));
        assertRefused(trees.toString(), "SHA-256");
        TestModels.write(folder, List.of(byTrees("effect-1.json", OfferModel.sha256(trees))));
        assertRefused(trees.toString(), "cannot be read");
        Files.delete(trees);
        assertRefused(trees.toString(), "cannot be read");
    }

    @Test
    void refusesAForeignFileAsAnEffect() throws IOException {
        String response = OfferModel.sha256(folder.resolve("model.json"));
        TestModels.write(folder, List.of(byTrees("model.json", response)));
        assertRefused("model.json", Features.CONTEXT.toString());
        Files.copy(folder.resolve("model.json"), folder.resolveSibling("elsewhere.json"));
        TestModels.write(folder, List.of(byTrees("../elsewhere.json", response)));
        assertRefused("'../elsewhere.json' outside its folder");
    }

    @Test
    void refusesImpossibleEffects() throws IOException {
        TestModels.write(folder, List.of(byResponse()));
        Path card = folder.resolve("card.json");
        String possible = Files.readString(card);
        Files.writeString(card, possible.replace("\"slope\" : 0.5", "\"slope\" : 7"));
        assertRefused(card.toString(), "calibrated");
        Files.writeString(card, possible.replace("\"average\" : 0.1", "\"average\" : \"NaN\""));
        assertRefused(card.toString());
        Files.writeString(card, possible.replace("\"by\" : \"response\"", "\"by\" : \"doubly robust\""));
        assertRefused(card.toString(), "its file is ''");
        Files.writeString(card, possible.replace("\"by\" : \"response\"", "\"by\" : \"guess\""));
        assertRefused(card.toString(), "guess");
        Files.writeString(card, possible.replaceAll("\"effects\" : \\[[^]]*]", "\"effects\" : null"));
        assertRefused(card.toString());
        Files.writeString(card, "null");
        assertRefused(card.toString());
        Files.writeString(card, "");
        assertRefused(card.toString());
    }

    private void assertRefused(String... because) {
        ModelRegistry registry = registry(Features.NAMES);
        assertThat(registry.current()).isEmpty();
        assertThat(registry.problem().orElseThrow()).contains(because).contains("decisions are made by rule");
    }

    private static OfferEffect byResponse() {
        return TestModels.byResponse(TestModels.offer("free", Offer.Kind.FREE_SHIPPING, 0, 5), 0.1, 0.5);
    }

    private OfferEffect byTrees() throws IOException {
        Path trees = folder.resolve("effect-1.json");
        Files.write(trees, TestModels.trees("discount_share", 0.2, -0.1));
        return byTrees("effect-1.json", OfferModel.sha256(trees));
    }

    private static OfferEffect byTrees(String file, String sha256) {
        return TestModels.byTrees(GIFT, file, sha256);
    }

    private ModelRegistry registry(List<String> features) {
        return new ModelRegistry(folder, features);
    }
}
