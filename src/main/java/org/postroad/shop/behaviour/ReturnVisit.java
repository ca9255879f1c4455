package org.postroad.shop.behaviour;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/** A person back in the shop after a click in a mail. */
record ReturnVisit(SimulatedPerson person, Product product, Assortment assortment) {

    ShopEvent viewEvent(Instant clicked) {
        Map<String, Object> view = Map.of("productId", product.id(), "seconds", 45);
        return new ShopEvent(person.id(), "product_viewed", clicked.plusSeconds(45), view);
    }

    /**
     * Fills the cart and pays.
     *
     * @param offer what the mail gave
     * @param code the code in the mail; empty if there was none
     */
    List<ShopEvent> purchaseEvents(Instant at, Optional<Offer> offer, String code) {
        SeededRandom seededRandom = person.randomFor(SimulatedPerson.RandomStream.VISIT, at.getEpochSecond());
        ShoppingCart shoppingCart = ShoppingCart.around(product, assortment, seededRandom);
        Discount discount = offer.filter(given -> !code.isEmpty())
                .map(given -> Discount.of(given, code))
                .orElseGet(() -> Discount.byHabit(person, seededRandom));
        return List.of(
                new ShopEvent(person.id(), "cart_updated", at, shoppingCart.cartProperties()),
                new ShopEvent(
                        person.id(),
                        "purchased",
                        at.plusSeconds(40),
                        shoppingCart.orderProperties(Visit.orderId(person, at), discount)));
    }
}
