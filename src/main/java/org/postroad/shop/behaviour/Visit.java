package org.postroad.shop.behaviour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.CategoryDemand;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/**
 * A person's visit to the shop.
 *
 * @param favourite what was looked at most
 * @param bought whether it ended in an order
 * @param deeds what was done, in order
 */
record Visit(SimulatedPerson person, Instant start, Product favourite, boolean bought, List<ShopEvent> deeds) {

    private static final double READS = 0.30;
    private static final double FILLS_CART_ONLY = 0.08;

    static Visit of(SimulatedPerson simulatedPerson, Instant start, Assortment assortment) {
        return new VisitBuilder(simulatedPerson, start, assortment).visit();
    }

    /** The walk through the shop, told as it goes. */
    private static final class VisitBuilder {

        private final SimulatedPerson simulatedPerson;
        private final Instant start;
        private final Assortment assortment;
        private final SeededRandom seededRandom;
        private final List<ShopEvent> deeds = new ArrayList<>();
        private Instant now;

        VisitBuilder(SimulatedPerson simulatedPerson, Instant start, Assortment assortment) {
            this.simulatedPerson = simulatedPerson;
            this.start = start;
            this.assortment = assortment;
            this.seededRandom = simulatedPerson.randomFor(SimulatedPerson.RandomStream.VISIT, start.getEpochSecond());
            this.now = start;
        }

        Visit visit() {
            CategoryDemand categoryDemand = assortment.demandFor(seededRandom.weighted(simulatedPerson.taste()));
            Product favourite = choose(assortment.inCategory(categoryDemand.category()));
            browse(favourite, categoryDemand);
            if (seededRandom.chance(READS) && !simulatedPerson.interests().isEmpty()) {
                read(assortment.about(seededRandom.weighted(simulatedPerson.interests())));
            }
            boolean buys = seededRandom.chance(simulatedPerson.buysOnVisit() * categoryDemand.seasonalFactor(start));
            if (buys || seededRandom.chance(FILLS_CART_ONLY)) {
                checkOut(ShoppingCart.around(favourite, assortment, seededRandom), buys);
            }
            return new Visit(simulatedPerson, start, favourite, buys, List.copyOf(deeds));
        }

        /** The favourite is looked at first, again in between, and beside others of its kind. */
        private void browse(Product favourite, CategoryDemand categoryDemand) {
            view(favourite);
            int more = seededRandom.poisson(1.9);
            for (int i = 0; i < more; i++) {
                view(seededRandom.chance(0.45) ? favourite : choose(assortment.inCategory(categoryDemand.category())));
            }
        }

        /** Who minds the price looks at what is cheap, and at what is on sale. */
        private Product choose(List<Product> shelf) {
            Map<Product, Double> appeal = new LinkedHashMap<>();
            shelf.forEach(product -> appeal.put(product, appeal(product)));
            return seededRandom.weighted(appeal);
        }

        private double appeal(Product product) {
            double cheap = 60 / (20 + Objects.requireNonNull(product.price()).doubleValue());
            double sale = product.tags().contains("sale") ? 2.5 : 1;
            double bargain = Math.pow(cheap * sale, simulatedPerson.priceSensitivity());
            int whim = Math.floorMod(Objects.hash(simulatedPerson.id(), product.id()), 100);
            return bargain * (whim < 25 ? 4 : 1);
        }

        private void view(Product product) {
            int seconds = (int) Math.max(4, seededRandom.gaussian(48, 25));
            addEvent("product_viewed", Map.of("productId", product.id(), "seconds", seconds), seconds);
        }

        private void read(List<Article> articles) {
            int seconds = (int) Math.max(15, seededRandom.gaussian(110, 50));
            addEvent(
                    "article_read",
                    Map.of("articleId", seededRandom.oneOf(articles).id(), "seconds", seconds),
                    seconds);
        }

        private void checkOut(ShoppingCart shoppingCart, boolean buys) {
            addEvent("cart_updated", shoppingCart.cartProperties(), 90);
            if (buys) {
                addEvent(
                        "purchased",
                        shoppingCart.orderProperties(
                                orderId(simulatedPerson, now), Discount.byHabit(simulatedPerson, seededRandom)),
                        30);
            }
        }

        private void addEvent(String type, Map<String, Object> properties, int seconds) {
            now = now.plusSeconds(seconds);
            deeds.add(new ShopEvent(simulatedPerson.id(), type, now, new HashMap<>(properties)));
        }
    }

    static String orderId(SimulatedPerson simulatedPerson, Instant at) {
        return "o-" + simulatedPerson.id().substring(2) + "-" + Long.toString(at.getEpochSecond(), 36);
    }
}
