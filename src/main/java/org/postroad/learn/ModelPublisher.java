package org.postroad.learn;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;

/**
 * Publishes a model, the trees of effects and their card by atomic renames, the card last. The card has the files' checksums, so
 * that a reader between two renames refuses them and reads again. {@link #close} deletes what was not published.
 */
final class ModelPublisher implements AutoCloseable {

    static final String MODEL = "model.json";

    private static final String EFFECT = "effect-%d.json";
    private static final PathMatcher EFFECTS = FileSystems.getDefault().getPathMatcher("glob:effect-*.json");

    private final Path folder;
    private final Path draft;

    ModelPublisher(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.draft = Files.createTempDirectory(folder, ".draft-");
    }

    /** Where to write the model before {@link #publish}. */
    Path modelFile() {
        return draft.resolve(MODEL);
    }

    /** Writes the trees of those effects that have their own; returns the entries of the card. */
    List<OfferEffect> write(List<LearnedEffect> effects) throws IOException {
        List<OfferEffect> entries = new ArrayList<>();
        for (LearnedEffect effect : effects) {
            if (effect.hasTrees()) {
                Path file = draft.resolve(EFFECT.formatted(entries.size() + 1));
                Files.write(file, effect.trees());
                entries.add(effect.entry(file.getFileName().toString(), OfferModel.sha256(file)));
            } else {
                entries.add(effect.entry("", ""));
            }
        }
        return List.copyOf(entries);
    }

    /** Replaces the published files, and deletes those of effects that the card does not name. */
    void publish(ModelCard card) throws IOException {
        card.write(draft.resolve(OfferModel.CARD));
        replace(MODEL);
        List<String> effects = card.effectFiles();
        for (String effect : effects) {
            replace(effect);
        }
        replace(OfferModel.CARD);
        for (Path other : effectsIn(folder)) {
            if (!effects.contains(other.getFileName().toString())) {
                Files.delete(other);
            }
        }
    }

    private static List<Path> effectsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> EFFECTS.matches(each.getFileName())).toList();
        }
    }

    private void replace(String name) throws IOException {
        Files.move(
                draft.resolve(name),
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        for (Path effect : effectsIn(draft)) {
            Files.delete(effect);
        }
        Files.deleteIfExists(draft.resolve(MODEL));
        Files.deleteIfExists(draft.resolve(OfferModel.CARD));
        Files.deleteIfExists(draft);
    }
}
