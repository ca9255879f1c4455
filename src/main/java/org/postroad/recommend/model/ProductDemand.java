package org.postroad.recommend.model;

/**
 * How often each product is bought: how its sales move, and how many of its buyers come back for it. Rates of products with few
 * buyers are shrunk to the rate of all. Memory: 12 bytes a product.
 */
public final class ProductDemand {

    /** In days; what "recent" is. Chosen with the half-life, see {@link PurchaseModel#HALF_LIFE_DAYS}. */
    public static final int RECENT_DAYS = 21;

    /** A product with so many buyers has half of its own momentum, and half of that of all. */
    private static final double MOMENTUM_SHRINKAGE = 5;

    /** A product with so many buyers has half of its own repeat rate, and half of that of all. */
    private static final double REPEAT_SHRINKAGE = 10;

    private final int[] buyers;
    private final int[] recentBuyers;
    private final int[] repeatBuyers;
    private final double recentShare;
    private final double repeatShare;

    private ProductDemand(int[] buyers, int[] recentBuyers, int[] repeatBuyers) {
        this.buyers = buyers;
        this.recentBuyers = recentBuyers;
        this.repeatBuyers = repeatBuyers;
        this.recentShare = share(recentBuyers, buyers);
        this.repeatShare = share(repeatBuyers, buyers);
    }

    private static double share(int[] some, int[] all) {
        double sum = 0;
        double of = 0;
        for (int i = 0; i < all.length; i++) {
            sum += some[i];
            of += all[i];
        }
        return of == 0 ? 0 : sum / of;
    }

    public int products() {
        return buyers.length;
    }

    /** The customers who bought the product. */
    public int buyers(int product) {
        return buyers[product];
    }

    /** The customers who bought it in the last {@value #RECENT_DAYS} days. */
    public int recentBuyers(int product) {
        return recentBuyers[product];
    }

    /**
     * The share of the product's buyers who bought it recently, over the same share for all products: 1 for a product that
     * sells as ever, 0 for one out of season or out of sale. 1 for all if nothing was bought recently.
     */
    public double momentum(int product) {
        if (recentShare == 0) {
            return 1;
        }
        double share =
                (recentBuyers[product] + MOMENTUM_SHRINKAGE * recentShare) / (buyers[product] + MOMENTUM_SHRINKAGE);
        return share / recentShare;
    }

    /** The share of the product's buyers who bought it on two days or more, in [0, 1]. */
    public double repeatRate(int product) {
        return (repeatBuyers[product] + REPEAT_SHRINKAGE * repeatShare) / (buyers[product] + REPEAT_SHRINKAGE);
    }

    /** Counts customers one by one. Used once, by one thread. */
    static final class Counter {

        private final int[] buyers;
        private final int[] recentBuyers;
        private final int[] repeatBuyers;

        Counter(int products) {
            this.buyers = new int[products];
            this.recentBuyers = new int[products];
            this.repeatBuyers = new int[products];
        }

        void add(PastPurchases customer) {
            for (int i = 0; i < customer.size(); i++) {
                int product = customer.products()[i];
                double[] daysAgo = customer.daysAgo()[i];
                buyers[product]++;
                recentBuyers[product] += daysAgo[0] < RECENT_DAYS ? 1 : 0;
                repeatBuyers[product] += daysAgo.length > 1 ? 1 : 0;
            }
        }

        ProductDemand count() {
            return new ProductDemand(buyers, recentBuyers, repeatBuyers);
        }
    }
}
