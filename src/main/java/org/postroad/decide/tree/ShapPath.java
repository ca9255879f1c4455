package org.postroad.decide.tree;

import java.util.Arrays;

/**
 * The distinct features on a path of {@link TreeShap}, with the weights of their subsets by size: the paper's {@code m} with
 * its columns d (features), z (zero fractions), o (one fractions) and w (weights). Immutable: each step down makes a new one.
 */
final class ShapPath {

    /** The feature of the root, which has no split above it. */
    static final int NO_FEATURE = -1;

    private final int[] features;
    private final double[] zeroFractions;
    private final double[] oneFractions;
    private final double[] weights;

    private ShapPath(int[] features, double[] zeroFractions, double[] oneFractions, double[] weights) {
        this.features = features;
        this.zeroFractions = zeroFractions;
        this.oneFractions = oneFractions;
        this.weights = weights;
    }

    static ShapPath empty() {
        return new ShapPath(new int[0], new double[0], new double[0], new double[0]);
    }

    double zeroFraction(int index) {
        return zeroFractions[index];
    }

    double oneFraction(int index) {
        return oneFractions[index];
    }

    /** The index of a feature in the path; -1 if it is not there. */
    int indexOf(int feature) {
        for (int index = 0; index < features.length; index++) {
            if (features[index] == feature) {
                return index;
            }
        }
        return -1;
    }

    /** The paper's EXTEND. */
    ShapPath extended(int feature, double zeroFraction, double oneFraction) {
        int last = features.length;
        ShapPath longer = copy(last + 1);
        longer.features[last] = feature;
        longer.zeroFractions[last] = zeroFraction;
        longer.oneFractions[last] = oneFraction;
        longer.weights[last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            longer.weights[i + 1] += oneFraction * longer.weights[i] * (i + 1) / (last + 1);
            longer.weights[i] *= zeroFraction * (last - i) / (last + 1);
        }
        return longer;
    }

    /** The paper's UNWIND: the path without the feature at this index. */
    ShapPath without(int index) {
        int last = features.length - 1;
        double[] unwound = unwoundWeights(index);
        ShapPath shorter = copy(last);
        System.arraycopy(unwound, 0, shorter.weights, 0, last);
        System.arraycopy(features, index + 1, shorter.features, index, last - index);
        System.arraycopy(zeroFractions, index + 1, shorter.zeroFractions, index, last - index);
        System.arraycopy(oneFractions, index + 1, shorter.oneFractions, index, last - index);
        return shorter;
    }

    /** At a leaf: adds to each feature of the path its contribution to the leaf's output. */
    void addTo(double[] sums, double output) {
        for (int index = 1; index < features.length; index++) {
            double weight = Arrays.stream(unwoundWeights(index)).sum();
            sums[features[index]] += weight * (oneFractions[index] - zeroFractions[index]) * output;
        }
    }

    private double[] unwoundWeights(int index) {
        int last = features.length - 1;
        double[] unwound = new double[last];
        double next = weights[last];
        for (int i = last - 1; i >= 0; i--) {
            if (oneFractions[index] != 0) {
                unwound[i] = next * (last + 1) / ((i + 1) * oneFractions[index]);
                next = weights[i] - unwound[i] * zeroFractions[index] * (last - i) / (last + 1);
            } else if (zeroFractions[index] != 0) {
                unwound[i] = weights[i] * (last + 1) / (zeroFractions[index] * (last - i));
            }
        }
        return unwound;
    }

    private ShapPath copy(int length) {
        return new ShapPath(
                Arrays.copyOf(features, length),
                Arrays.copyOf(zeroFractions, length),
                Arrays.copyOf(oneFractions, length),
                Arrays.copyOf(weights, length));
    }
}
