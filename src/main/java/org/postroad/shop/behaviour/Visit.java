package org.postroad.shop.behaviour;

import org.postroad.shop.world.Person;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Dice;
import org.postroad.shop.world.Department;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;

/**
 * A person's visit to the shop.
 *
 * @param favourite what was looked at most
 * @param bought whether it ended in an order
 * @param deeds what was done, in order
 */
record Visit(Person person, Instant start, Product favourite, boolean bought, List<ShopEvent> deeds) {

    private static final double READS = 0.30;
    private static final double FILLS_CART_ONLY = 0.08;

    static Visit of(Person person, Instant start, Assortment assortment) {
        return new Walk(person, start, assortment).visit();
    }

    /** The walk through the shop, told as it goes. */
    private static final class Walk {

        private final Person person;
        private final Instant start;
        private final Assortment assortment;
        private final Dice dice;
        private final List<ShopEvent> deeds = new ArrayList<>();
        private Instant now;

        Walk(Person person, Instant start, Assortment assortment) {
            this.person = person;
            this.start = start;
            this.assortment = assortment;
            this.dice = person.dice(Person.Question.VISIT, start.getEpochSecond());
            this.now = start;
        }

        Visit visit() {
            Department department = Department.of(dice.weighted(person.taste()));
            Product favourite = like(assortment.in(department.category));
            look(favourite, department);
            if (dice.chance(READS)) {
                read(assortment.about(dice.weighted(person.interests())));
            }
            boolean buys = dice.chance(person.buysOnVisit() * department.season(start));
            if (buys || dice.chance(FILLS_CART_ONLY)) {
                checkOut(Basket.around(favourite, assortment, dice), buys);
            }
            return new Visit(person, start, favourite, buys, List.copyOf(deeds));
        }

        /** The favourite is looked at first, again in between, and beside others of its kind. */
        private void look(Product favourite, Department department) {
            view(favourite);
            int more = dice.poisson(1.9);
            for (int i = 0; i < more; i++) {
                view(dice.chance(0.45) ? favourite : like(assortment.in(department.category)));
            }
        }

        /** Who minds the price looks at what is cheap, and at what is on sale. */
        private Product like(List<Product> shelf) {
            Map<Product, Double> appeal = new LinkedHashMap<>();
            shelf.forEach(product -> appeal.put(product, appeal(product)));
            return dice.weighted(appeal);
        }

        private double appeal(Product product) {
            double cheap = 60 / (20 + Objects.requireNonNull(product.price()).doubleValue());
            double sale = product.tags().contains("sale") ? 2.5 : 1;
            double bargain = Math.pow(cheap * sale, person.priceSensitivity());
            int whim = Math.floorMod(Objects.hash(person.id(), product.id()), 100);
            return bargain * (whim < 25 ? 4 : 1);
        }

        private void view(Product product) {
            int seconds = (int) Math.max(4, dice.gaussian(48, 25));
            tell("product_viewed", Map.of("productId", product.id(), "seconds", seconds), seconds);
        }

        private void read(List<Article> articles) {
            int seconds = (int) Math.max(15, dice.gaussian(110, 50));
            tell("article_read", Map.of("articleId", dice.oneOf(articles).id(), "seconds", seconds), seconds);
        }

        private void checkOut(Basket basket, boolean buys) {
            tell("cart_updated", basket.cart(), 90);
            if (buys) {
                tell("purchased", basket.order(orderId(person, now), Saving.byHabit(person, dice)), 30);
            }
        }

        private void tell(String type, Map<String, Object> properties, int seconds) {
            now = now.plusSeconds(seconds);
            deeds.add(new ShopEvent(person.id(), type, now, new HashMap<>(properties)));
        }
    }

    static String orderId(Person person, Instant at) {
        return "o-" + person.id().substring(2) + "-" + Long.toString(at.getEpochSecond(), 36);
    }
}
