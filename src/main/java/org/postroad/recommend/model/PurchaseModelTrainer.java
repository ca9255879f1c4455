package org.postroad.recommend.model;

/**
 * Learns a {@link PurchaseModel} from customers that are given one by one. Used once, by one thread. Memory: see {@link
 * ItemModelTrainer#of}; it does not grow with the number of customers.
 */
public final class PurchaseModelTrainer {

    private final ItemModelTrainer items;
    private final ProductDemand.Counter demand;
    private int customers;

    public PurchaseModelTrainer(int products) {
        this(products, ItemModelTrainer.of(products));
    }

    PurchaseModelTrainer(int products, ItemModelTrainer items) {
        this.items = items;
        this.demand = new ProductDemand.Counter(products);
    }

    public void add(PastPurchases customer) {
        items.add(customer.weightedByRecency(PurchaseModel.HALF_LIFE_DAYS));
        demand.add(customer);
        customers++;
    }

    public PurchaseModel fit() {
        return new PurchaseModel(items.fit(), demand.count(), customers);
    }
}
