package org.postroad.recommend.model;

/**
 * Item-to-item weights: how much having bought one product speaks for another. A customer's score of a product is the sum of
 * the weights from the products of the profile, each times its own weight there; so every score is explained by the products
 * that made it. Immutable.
 */
public sealed interface ItemModel permits Ease, ItemKnn {

    /** The number of products; they have the indices below. */
    int products();

    /** The weight from a product of the profile to another; 0 from a product to itself. */
    double weight(int from, int to);

    /** Adds the weights from this product to all others, times {@code factor}, to {@code scores}, shape {@code [products]}. */
    void addTo(double[] scores, int from, double factor);

    /** The method's usual name. */
    String method();

    /** The score of each product, shape {@code [products]}; 0 for all from an empty profile. */
    default double[] scores(ProductWeights profile) {
        double[] scores = new double[products()];
        for (int i = 0; i < profile.size(); i++) {
            addTo(scores, profile.products()[i], profile.weights()[i]);
        }
        return scores;
    }
}
