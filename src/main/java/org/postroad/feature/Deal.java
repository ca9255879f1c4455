package org.postroad.feature;

import java.math.BigDecimal;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/**
 * An offer, or none, on a product, in money of the shop's currency; NaN where the catalogue does not say.
 *
 * @param offer empty for "nothing"
 * @param focus what would be bought; empty if unknown
 */
public record Deal(Optional<Offer> offer, Optional<Product> focus) {

    /** What the product costs the customer without the offer. */
    public double price() {
        return focus.map(Product::price).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** What one sale of the product earns without the offer. */
    public double margin() {
        return price() - focus.map(Product::cost).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** What the offer takes off the price, in the customer's eyes; 0 for "nothing" and for what is not money. */
    public double saving() {
        return offer.map(this::savingOf).orElse(0.0);
    }

    /** What it costs the shop if the customer buys: the price reduction and the offer's own cost. */
    public double cost() {
        return offer.map(given -> priceCut(given) + given.cost().doubleValue()).orElse(0.0);
    }

    /** Whether there is an offer of this kind. */
    public boolean is(Offer.Kind kind) {
        return offer.filter(given -> given.kind() == kind).isPresent();
    }

    /** Shipping that the shop pays is shipping that the customer does not. */
    private double savingOf(Offer given) {
        return given.kind() == Offer.Kind.FREE_SHIPPING ? given.cost().doubleValue() : priceCut(given);
    }

    private double priceCut(Offer given) {
        return switch (given.kind()) {
            case PERCENT -> price() * given.value().doubleValue() / 100;
            case AMOUNT -> given.value().doubleValue();
            case FREE_SHIPPING, GIFT, EARLY_ACCESS -> 0;
        };
    }
}
