package org.postroad.decide.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.postroad.decide.tree.ModelRefused;
import org.postroad.decide.tree.TreeEnsemble;
import org.postroad.feature.Features;

/**
 * A model with its card, checked against each other. Immutable and thread-safe.
 *
 * @param trees the response model
 * @param effects the trees of those effects that have their own, by action
 */
public record OfferModel(ModelCard card, TreeEnsemble trees, Map<String, TreeEnsemble> effects) {

    /** The model's name, and its folder under {@code postroad.decide.models-location}. */
    public static final String NAME = "offer-response";

    /** Within this time after a decision, a purchase is what the model predicts. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** The file name of a card. */
    public static final String CARD = "card.json";

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w-][\\w.-]*");

    /**
     * Reads {@code card.json} and the model that it names.
     *
     * @param folder the model's folder
     * @param features the columns that this version of Postroad computes, in order
     * @throws ModelRefused if they cannot be read or do not match each other
     */
    static OfferModel read(Path folder, List<String> features) {
        ModelCard card = ModelCard.read(folder.resolve(CARD));
        TreeEnsemble trees = trees(folder, card.file(), card.sha256(), card.features());
        Path file = folder.resolve(card.file());
        requireSame(file, "the model was trained on", card.features(), "this version of Postroad makes", features);
        Map<String, TreeEnsemble> effects = new HashMap<>();
        Objects.requireNonNullElse(card.effects(), List.<OfferEffect>of()).stream()
                .filter(effect -> !effect.file().isEmpty())
                .forEach(effect ->
                        effects.put(effect.action(), trees(folder, effect.file(), effect.sha256(), Features.CONTEXT)));
        return new OfferModel(card, trees, Map.copyOf(effects));
    }

    private static TreeEnsemble trees(Path folder, String name, String sha256, List<String> features) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw refused(folder.resolve(CARD), "it names a file '%s' outside its folder".formatted(name));
        }
        Path file = folder.resolve(name);
        if (!sha256(file).equals(sha256)) {
            throw refused(
                    file, "it is not the file that %s describes (SHA-256 differs)".formatted(folder.resolve(CARD)));
        }
        TreeEnsemble trees = TreeEnsemble.read(file);
        requireSame(file, "the model was trained on", trees.features(), "its card names", features);
        return trees;
    }

    /** The effect of an offer that the model knows: by its trees or the difference of responses, calibrated. */
    public double effect(OfferEffect effect, float[] nothing, double difference) {
        TreeEnsemble own = effects.get(effect.action());
        return effect.of(own == null ? difference : own.predict(Features.context(nothing)));
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
