package org.postroad.feature;

import java.math.BigDecimal;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/**
 * An offer, or none, on a product. Amounts are in the shop's currency, and NaN where the catalog does not have them. They
 * are {@code double}s, since they are estimates and inputs of models: do not charge or account by them.
 *
 * @param offer empty for "nothing"
 * @param focus the product that would be bought; empty if unknown
 */
public record Deal(Optional<Offer> offer, Optional<Product> focus) {

    /** The product's price without the offer. */
    public double price() {
        return focus.map(Product::price).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** The product's price less its cost, without the offer. */
    public double margin() {
        return price() - focus.map(Product::cost).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** Whether the offer lowers what the customer pays. */
    public boolean takesMoneyOff() {
        return is(Offer.Kind.FREE_SHIPPING) || is(Offer.Kind.PERCENT) || is(Offer.Kind.AMOUNT);
    }

    /** The offer's cost to the shop if the customer buys the product: price reduction and the offer's own cost. */
    public double cost() {
        return costOf(price());
    }

    /** The offer's cost to the shop on an order of that value. */
    public double costOf(double orderValue) {
        return offer.map(given -> priceCut(given, orderValue) + given.cost().doubleValue())
                .orElse(0.0);
    }

    /** Whether there is an offer of this kind. */
    public boolean is(Offer.Kind kind) {
        return offer.filter(given -> given.kind() == kind).isPresent();
    }

    private static double priceCut(Offer given, double value) {
        return switch (given.kind()) {
            case PERCENT -> value * given.value().doubleValue() / 100;
            case AMOUNT -> given.value().doubleValue();
            case FREE_SHIPPING, GIFT, EARLY_ACCESS -> 0;
        };
    }
}
