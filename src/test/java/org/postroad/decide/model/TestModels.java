package org.postroad.decide.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.feature.Features;
import org.postroad.learn.effect.BoostedTrees;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.FeatureMatrix;

/** Models with effects of one's choice, made from the bundled response model. */
public final class TestModels {

    private static final Path BUNDLED = Path.of("models", OfferModel.NAME);
    private static final int ROWS = 2_000;

    private TestModels() {}

    /** Writes response model and card; effects' own trees have to be there. */
    public static void write(Path folder, @Nullable List<OfferEffect> effects) throws IOException {
        Files.createDirectories(folder);
        ModelCard bundled = ModelCard.read(BUNDLED.resolve(OfferModel.CARD));
        Files.write(folder.resolve(bundled.file()), Files.readAllBytes(BUNDLED.resolve(bundled.file())));
        bundled.withEffects(effects).write(folder.resolve(OfferModel.CARD));
    }

    /** An effect that the response model predicts, around .1. */
    public static OfferEffect byResponse(Offer offer, double average, double slope) {
        return new OfferEffect(
                offer.id(),
                OfferTerms.of(offer),
                OfferEffect.Learner.RESPONSE,
                true,
                average,
                0.1,
                slope,
                1_000,
                "",
                "");
    }

    /** An effect that trees of its own predict; not calibrated any further. */
    public static OfferEffect byTrees(Offer offer, String file, String sha256) {
        return new OfferEffect(
                offer.id(),
                OfferTerms.of(offer),
                OfferEffect.Learner.DOUBLY_ROBUST,
                true,
                0.05,
                0.05,
                1,
                1_000,
                file,
                sha256);
    }

    /** Trees whose effect depends on whether that feature is above 1/2. */
    public static byte[] trees(String feature, double above, double below) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[ROWS][Features.CONTEXT.size()];
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            rows[row][Features.CONTEXT.indexOf(feature)] = random.nextInt(2);
            labels[row] = rows[row][Features.CONTEXT.indexOf(feature)] > 0.5 ? above : below;
        }
        return new BoostedTrees(BoostingSettings.amounts(1)).save(FeatureMatrix.of(rows), labels, Features.CONTEXT);
    }

    public static Offer offer(String id, Offer.Kind kind, double value, double cost) {
        return new Offer(
                id, id, kind, BigDecimal.valueOf(value), BigDecimal.valueOf(cost), List.of(), null, null, Map.of());
    }
}
