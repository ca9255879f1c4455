package org.postroad.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.OfferModel;

/**
 * Publishes a model and its card by atomic renames, the card last. The card has the model's checksum, so that a reader
 * between the two renames refuses the pair and reads again. {@link #close} deletes what was not published.
 */
final class ModelPublisher implements AutoCloseable {

    static final String MODEL = "model.json";

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

    /** Replaces the published model and card. */
    void publish(ModelCard card) throws IOException {
        card.write(draft.resolve(OfferModel.CARD));
        replace(MODEL);
        replace(OfferModel.CARD);
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
        Files.deleteIfExists(draft.resolve(MODEL));
        Files.deleteIfExists(draft.resolve(OfferModel.CARD));
        Files.deleteIfExists(draft);
    }
}
