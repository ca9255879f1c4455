package org.postroad.recommend.model;

/**
 * Fits {@link ItemKnn}: the product of the customers' vectors after BM25 weighting (Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework: BM25 and Beyond", 2009, with customers as documents and products as terms), so that a customer who buys
 * everything and a product that everybody buys say little; of each product's row the largest are kept. Memory: 16 bytes a
 * pair of customer and product, for at most 10 million pairs; customers beyond are not learned from, so they should
 * come in no particular order. Time: for each customer the square of their number of products.
 */
final class ItemKnnTrainer implements ItemModelTrainer {

    static final int NEIGHBOURS = 20;
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int MOST_PAIRS = 10_000_000;

    private final int products;
    private final int neighbours;
    private final SparseRows customers = new SparseRows();

    /** @param neighbours how many to keep of each product */
    ItemKnnTrainer(int products, int neighbours) {
        this.products = products;
        this.neighbours = neighbours;
    }

    @Override
    public void add(ProductWeights customer) {
        if (customers.pairs() + customer.size() <= MOST_PAIRS) {
            customers.add(customer);
        }
    }

    @Override
    public ItemKnn fit() {
        customers.weigh(this::inverseDocumentFrequency, K1, B, products);
        SparseRows buyers = customers.transposed(products);
        int[][] nearest = new int[products][];
        float[][] similarities = new float[products][];
        SparseSum row = new SparseSum(products);
        for (int product = 0; product < products; product++) {
            row.clear();
            for (int i = buyers.begin(product); i < buyers.begin(product + 1); i++) {
                customers.addRowTo(row, buyers.column(i), buyers.value(i));
            }
            nearest[product] = row.highest(neighbours, product);
            similarities[product] = values(row, nearest[product]);
        }
        return new ItemKnn(nearest, similarities);
    }

    private double inverseDocumentFrequency(int customersOfProduct) {
        return Math.max(0, Math.log((double) customers.rows() / (1 + customersOfProduct)));
    }

    private static float[] values(SparseSum row, int[] of) {
        float[] values = new float[of.length];
        for (int i = 0; i < of.length; i++) {
            values[i] = (float) row.value(of[i]);
        }
        return values;
    }
}
