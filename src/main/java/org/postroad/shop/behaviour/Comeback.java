package org.postroad.shop.behaviour;

import org.postroad.shop.world.Person;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Dice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/** A person back in the shop after a click in a mail. */
record Comeback(Person person, Product product, Assortment assortment) {

    ShopEvent looks(Instant clicked) {
        Map<String, Object> view = Map.of("productId", product.id(), "seconds", 45);
        return new ShopEvent(person.id(), "product_viewed", clicked.plusSeconds(45), view);
    }

    /**
     * Fills the cart and pays.
     *
     * @param offer what the mail gave
     * @param code the code in the mail; empty if there was none
     */
    List<ShopEvent> buys(Instant at, Optional<Offer> offer, String code) {
        Dice dice = person.dice(Person.Question.VISIT, at.getEpochSecond());
        Basket basket = Basket.around(product, assortment, dice);
        Saving saving = offer.filter(given -> !code.isEmpty())
                .map(given -> Saving.of(given, code))
                .orElseGet(() -> Saving.byHabit(person, dice));
        return List.of(
                new ShopEvent(person.id(), "cart_updated", at, basket.cart()),
                new ShopEvent(
                        person.id(), "purchased", at.plusSeconds(40), basket.order(Visit.orderId(person, at), saving)));
    }
}
