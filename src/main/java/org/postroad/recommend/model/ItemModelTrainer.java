package org.postroad.recommend.model;

/**
 * Takes customers one by one, so that no more than the products' matrix has to be in memory, and then makes the model. Used
 * once, by one thread.
 */
public interface ItemModelTrainer {

    /** Up to so many products, {@link Ease}; beyond, {@link ItemKnn}. */
    int MOST_PRODUCTS_OF_EASE = 4_000;

    /** A customer's row of the matrix. */
    void add(ProductWeights customer);

    ItemModel fit();

    /**
     * The method that fits the number of products. Memory while training: {@link EaseTrainer} 4 n² doubles (512 MB at {@value
     * #MOST_PRODUCTS_OF_EASE} products); {@link ItemKnnTrainer} at most 240 MB and 160 bytes a product. The model itself takes n²
     * floats (64 MB) or 160 bytes a product.
     */
    static ItemModelTrainer of(int products) {
        return products <= MOST_PRODUCTS_OF_EASE
                ? new EaseTrainer(products, EaseTrainer.REGULARISATION)
                : new ItemKnnTrainer(products, ItemKnnTrainer.NEIGHBOURS);
    }
}
