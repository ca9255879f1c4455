package org.postroad.evaluate.effect;

import java.util.SplittableRandom;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.TargetPolicy;

/**
 * A logged bandit whose truth is known, in the manner of Open Bandit Pipeline's synthetic data (Saito et al., "Open Bandit
 * Dataset and Pipeline", NeurIPS 2021): contexts are normal, rewards happen with logistic probabilities, the logging and the
 * judged policy are different softmax policies. Each customer has {@value #ROUNDS_EACH} rounds, and a leaning that no feature
 * shows, so that rounds are not independent.
 */
record SyntheticBandit(FeatureMatrix contexts, double[][] judged, BanditLog log) {

    static final int ROUNDS = 10_000;
    static final int ARMS = 5;
    private static final int ROUNDS_EACH = 4;
    private static final int DIMENSIONS = 5;
    private static final int CUSTOMERS_FOR_TRUTH = 400_000;
    private static final long WORLD_SEED = 12;
    private static final double LEANING = 0.7;

    private static final double[][] REWARD = weights(WORLD_SEED, 0.6);
    private static final double[][] LOGGING = weights(WORLD_SEED + 1, 0.3);
    private static final double[][] JUDGED = weights(WORLD_SEED + 2, 0.4);

    static SyntheticBandit of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] contexts = new float[ROUNDS][];
        double[][] judged = new double[ROUNDS][];
        int[] taken = new int[ROUNDS];
        double[] rewards = new double[ROUNDS];
        double[] propensities = new double[ROUNDS];
        int[] customers = new int[ROUNDS];
        double leaning = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean next = round % ROUNDS_EACH == 0;
            contexts[round] = next ? context(random) : contexts[round - 1];
            leaning = next ? LEANING * random.nextGaussian() : leaning;
            customers[round] = round / ROUNDS_EACH;
            double[] logging = softmax(LOGGING, contexts[round]);
            taken[round] = draw(logging, random);
            propensities[round] = logging[taken[round]];
            rewards[round] = random.nextDouble() < reward(contexts[round], leaning, taken[round]) ? 1 : 0;
            judged[round] = softmax(JUDGED, contexts[round]);
        }
        return new SyntheticBandit(
                FeatureMatrix.of(contexts), judged, new BanditLog(ARMS, taken, rewards, propensities, customers));
    }

    TargetPolicy policy() {
        return (row, arm) -> judged[row][arm];
    }

    /** The judged policy's value, from very many customers. */
    static double truth() {
        SplittableRandom random = new SplittableRandom(WORLD_SEED);
        double sum = 0;
        for (int customer = 0; customer < CUSTOMERS_FOR_TRUTH; customer++) {
            float[] context = context(random);
            double leaning = LEANING * random.nextGaussian();
            double[] judged = softmax(JUDGED, context);
            for (int arm = 0; arm < ARMS; arm++) {
                sum += judged[arm] * reward(context, leaning, arm);
            }
        }
        return sum / CUSTOMERS_FOR_TRUTH;
    }

    private static double reward(float[] context, double leaning, int arm) {
        return 1 / (1 + Math.exp(-(dot(REWARD[arm], context) + leaning)));
    }

    private static double[][] weights(long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] weights = new double[ARMS][DIMENSIONS];
        for (double[] arm : weights) {
            for (int i = 0; i < arm.length; i++) {
                arm[i] = scale * random.nextGaussian();
            }
        }
        return weights;
    }

    private static float[] context(SplittableRandom random) {
        float[] context = new float[DIMENSIONS];
        for (int i = 0; i < context.length; i++) {
            context[i] = (float) random.nextGaussian();
        }
        return context;
    }

    private static double[] softmax(double[][] weights, float[] context) {
        double[] shares = new double[ARMS];
        double sum = 0;
        for (int arm = 0; arm < ARMS; arm++) {
            shares[arm] = Math.exp(dot(weights[arm], context));
            sum += shares[arm];
        }
        for (int arm = 0; arm < ARMS; arm++) {
            shares[arm] /= sum;
        }
        return shares;
    }

    private static double dot(double[] weights, float[] context) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * context[i];
        }
        return sum;
    }

    private static int draw(double[] shares, SplittableRandom random) {
        double left = random.nextDouble();
        for (int arm = 0; arm < shares.length - 1; arm++) {
            left -= shares[arm];
            if (left < 0) {
                return arm;
            }
        }
        return shares.length - 1;
    }
}
