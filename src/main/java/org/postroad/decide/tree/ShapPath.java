package org.postroad.decide.tree;

import java.util.Arrays;

/**
 * The distinct features on the way down a tree, with the weights of all subsets of them by size (the paper's {@code m}
 * with its columns d, z, o, w). Never changed; each step down makes a new one.
 */
final class ShapPath {

    /** Stands for the root, which asks nothing. */
    static final int NO_FEATURE = -1;

    private final int[] features;
    private final double[] cold;
    private final double[] hot;
    private final double[] weights;

    private ShapPath(int[] features, double[] cold, double[] hot, double[] weights) {
        this.features = features;
        this.cold = cold;
        this.hot = hot;
        this.weights = weights;
    }

    static ShapPath empty() {
        return new ShapPath(new int[0], new double[0], new double[0], new double[0]);
    }

    double cold(int index) {
        return cold[index];
    }

    double hot(int index) {
        return hot[index];
    }

    int indexOf(int feature) {
        for (int index = 0; index < features.length; index++) {
            if (features[index] == feature) {
                return index;
            }
        }
        return -1;
    }

    /** The paper's EXTEND. */
    ShapPath extended(int feature, double coldShare, double hotShare) {
        int last = features.length;
        ShapPath longer = copy(last + 1);
        longer.features[last] = feature;
        longer.cold[last] = coldShare;
        longer.hot[last] = hotShare;
        longer.weights[last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            longer.weights[i + 1] += hotShare * longer.weights[i] * (i + 1) / (last + 1);
            longer.weights[i] *= coldShare * (last - i) / (last + 1);
        }
        return longer;
    }

    /** The paper's UNWIND: as if the feature at this index had never been met. */
    ShapPath without(int index) {
        int last = features.length - 1;
        double[] unwound = unwoundWeights(index);
        ShapPath shorter = copy(last);
        System.arraycopy(unwound, 0, shorter.weights, 0, last);
        System.arraycopy(features, index + 1, shorter.features, index, last - index);
        System.arraycopy(cold, index + 1, shorter.cold, index, last - index);
        System.arraycopy(hot, index + 1, shorter.hot, index, last - index);
        return shorter;
    }

    /** At a leaf: adds to each feature of the path what its presence changes of the leaf's output. */
    void addTo(double[] sums, double output) {
        for (int index = 1; index < features.length; index++) {
            double weight = Arrays.stream(unwoundWeights(index)).sum();
            sums[features[index]] += weight * (hot[index] - cold[index]) * output;
        }
    }

    private double[] unwoundWeights(int index) {
        int last = features.length - 1;
        double[] unwound = new double[last];
        double next = weights[last];
        for (int i = last - 1; i >= 0; i--) {
            if (hot[index] != 0) {
                unwound[i] = next * (last + 1) / ((i + 1) * hot[index]);
                next = weights[i] - unwound[i] * cold[index] * (last - i) / (last + 1);
            } else if (cold[index] != 0) {
                unwound[i] = weights[i] * (last + 1) / (cold[index] * (last - i));
            }
        }
        return unwound;
    }

    private ShapPath copy(int length) {
        return new ShapPath(
                Arrays.copyOf(features, length),
                Arrays.copyOf(cold, length),
                Arrays.copyOf(hot, length),
                Arrays.copyOf(weights, length));
    }
}
