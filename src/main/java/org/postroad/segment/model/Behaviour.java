package org.postroad.segment.model;

/**
 * What a customer did, as of a moment. What is not known, or makes no sense, is NaN; infinite values become NaN.
 *
 * @param recencyDays since the last purchase
 * @param tenureDays since the first purchase
 * @param orders ever placed
 * @param revenue money ever spent, less returns, in the shop's currency
 * @param products how many different products were bought
 * @param discountShare the share of orders with a discount, in [0, 1]
 * @param clickShare mails clicked over mails sent
 */
public record Behaviour(
        double recencyDays,
        double tenureDays,
        double orders,
        double revenue,
        double products,
        double discountShare,
        double clickShare) {

    public Behaviour {
        recencyDays = atLeastZero(recencyDays);
        tenureDays = atLeastZero(tenureDays);
        orders = atLeastZero(orders);
        revenue = Double.isFinite(revenue) ? Math.max(0, revenue) : Double.NaN;
        products = atLeastZero(products);
        discountShare = atLeastZero(discountShare);
        clickShare = atLeastZero(clickShare);
    }

    /** Whether there is a purchase to judge by. */
    public boolean isBuyer() {
        return orders >= 1 && Double.isFinite(recencyDays) && Double.isFinite(revenue);
    }

    private static double atLeastZero(double value) {
        return Double.isFinite(value) && value >= 0 ? value : Double.NaN;
    }
}
