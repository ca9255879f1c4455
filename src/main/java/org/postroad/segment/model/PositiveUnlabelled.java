package org.postroad.segment.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postroad.learn.effect.BoostedTrees;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.effect.Predictor;

/**
 * Likeness by boosted trees that tell members from random samples of the others, some of whom are alike without being members
 * (bagging for positive-unlabelled learning: Mordelet and Vert, "A bagging SVM to learn from positive and unlabeled examples",
 * Pattern Recognition Letters 37, 2014). Its score is the mean over {@value #BAGS} samples.
 */
final class PositiveUnlabelled implements Lookalike {

    private static final int BAGS = 20;
    private static final int DEPTH = 3;
    private static final double RATE = 0.1;
    private static final int ROUNDS = 40;
    private static final long SEED = 20_14;

    private final List<Predictor> models;

    /** @param seeds at least one; {@code others} likewise */
    PositiveUnlabelled(List<Behaviour> seeds, List<Behaviour> others) {
        SplittableRandom random = new SplittableRandom(SEED);
        this.models = IntStream.range(0, BAGS)
                .mapToObj(bag -> bag(seeds, others, random.split()))
                .toList();
    }

    private static Predictor bag(List<Behaviour> seeds, List<Behaviour> others, SplittableRandom random) {
        List<float[]> rows = new ArrayList<>();
        seeds.forEach(seed -> rows.add(LookalikeFeatures.floats(seed)));
        random.ints(seeds.size(), 0, others.size())
                .forEach(other -> rows.add(LookalikeFeatures.floats(others.get(other))));
        double[] labels = IntStream.range(0, rows.size())
                .mapToDouble(row -> row < seeds.size() ? 1 : 0)
                .toArray();
        return new BoostedTrees(BoostingSettings.probabilities(SEED)
                        .withTrees(DEPTH, RATE, 2)
                        .exactly(ROUNDS))
                .fit(FeatureMatrix.of(rows.toArray(float[][]::new)), labels);
    }

    @Override
    public double score(Behaviour behaviour) {
        float[] row = LookalikeFeatures.floats(behaviour);
        return models.stream()
                .mapToDouble(model -> model.predict(row))
                .average()
                .orElse(0);
    }
}
