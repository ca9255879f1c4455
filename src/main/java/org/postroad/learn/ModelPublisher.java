package org.postroad.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.postroad.decide.model.ModelCard;

/**
 * Puts a model and its card in their place, the card last: it names the model's checksum, so that whoever reads sees
 * either the old pair or the new one, and refuses a mixture.
 */
final class ModelPublisher implements AutoCloseable {

    static final String MODEL = "model.json";
    private static final String CARD = "card.json";

    private final Path folder;
    private final Path draft;

    ModelPublisher(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.draft = Files.createTempDirectory(folder, ".draft-");
    }

    /** Where to write the model. */
    Path modelFile() {
        return draft.resolve(MODEL);
    }

    void publish(ModelCard card) throws IOException {
        card.write(draft.resolve(CARD));
        replace(MODEL);
        replace(CARD);
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
        Files.deleteIfExists(draft.resolve(CARD));
        Files.deleteIfExists(draft);
    }
}
