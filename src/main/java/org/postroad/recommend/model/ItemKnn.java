package org.postroad.recommend.model;

/**
 * Nearest neighbours by product: from each product to the products whose buyers are most like its own, with BM25-weighted
 * similarities. Memory: 8 bytes for each neighbour.
 */
public final class ItemKnn implements ItemModel {

    private final int[][] neighbours;
    private final float[][] similarities;

    /** Both by product, then by rank; shape {@code [products][up to the number of neighbours]}. */
    ItemKnn(int[][] neighbours, float[][] similarities) {
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    @Override
    public int products() {
        return neighbours.length;
    }

    @Override
    public double weight(int from, int to) {
        for (int i = 0; i < neighbours[from].length; i++) {
            if (neighbours[from][i] == to) {
                return similarities[from][i];
            }
        }
        return 0;
    }

    @Override
    public void addTo(double[] scores, int from, double factor) {
        for (int i = 0; i < neighbours[from].length; i++) {
            scores[neighbours[from][i]] += factor * similarities[from][i];
        }
    }

    @Override
    public String method() {
        return "item-kNN (BM25)";
    }
}
