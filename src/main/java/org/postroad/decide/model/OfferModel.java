package org.postroad.decide.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.postroad.decide.tree.ModelRefused;
import org.postroad.decide.tree.TreeEnsemble;

/** A model with its card, checked against each other. Immutable and thread-safe. */
public record OfferModel(ModelCard card, TreeEnsemble trees) {

    /** The model's name, and its folder under {@code postroad.decide.models-location}. */
    public static final String NAME = "offer-response";

    /** Within this time after a decision, a purchase is what the model predicts. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** The file name of a card. */
    public static final String CARD = "card.json";

    /**
     * Reads {@code card.json} and the model that it names.
     *
     * @param folder the model's folder
     * @param features the columns that this version of Postroad computes, in order
     * @throws ModelRefused if they cannot be read or do not match each other
     */
    static OfferModel read(Path folder, List<String> features) {
        ModelCard card = ModelCard.read(folder.resolve(CARD));
        Path file = folder.resolve(card.file());
        if (!sha256(file).equals(card.sha256())) {
            throw refused(
                    file, "it is not the file that %s describes (SHA-256 differs)".formatted(folder.resolve(CARD)));
        }
        TreeEnsemble trees = TreeEnsemble.read(file);
        requireSame(file, "the model was trained on", trees.features(), "its card names", card.features());
        requireSame(file, "the model was trained on", card.features(), "this version of Postroad makes", features);
        return new OfferModel(card, trees);
    }

    /** The SHA-256 checksum of a file, in hexadecimal, as in a card. */
    public static String sha256(Path file) {
        try {
            return DigestUtils.sha256Hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw refused(file, "it cannot be read (" + e + ")");
        }
    }

    private static void requireSame(Path file, String one, List<String> ones, String other, List<String> others) {
        if (!ones.equals(others)) {
            throw refused(file, "%s %s, but %s %s".formatted(one, ones, other, others));
        }
    }

    private static ModelRefused refused(Path file, String why) {
        return new ModelRefused("The model file %s is set aside: %s.".formatted(file, why));
    }
}
