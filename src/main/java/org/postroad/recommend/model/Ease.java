package org.postroad.recommend.model;

/**
 * EASE^R (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): the linear autoencoder with zero
 * diagonal that reconstructs the customers' purchases best. A weight may be negative: having one product can speak against
 * another. Memory: 4 n² bytes.
 */
public final class Ease implements ItemModel {

    private final float[][] weights;

    /** @param weights by the product of the profile, then by the scored one; shape {@code [products][products]} */
    Ease(float[][] weights) {
        this.weights = weights;
    }

    @Override
    public int products() {
        return weights.length;
    }

    @Override
    public double weight(int from, int to) {
        return weights[from][to];
    }

    @Override
    public void addTo(double[] scores, int from, double factor) {
        float[] row = weights[from];
        for (int to = 0; to < row.length; to++) {
            scores[to] += factor * row[to];
        }
    }

    @Override
    public String method() {
        return "EASE";
    }
}
