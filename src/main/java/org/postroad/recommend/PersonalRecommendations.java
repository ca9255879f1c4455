package org.postroad.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.postroad.recommend.Recommendation.Basis;
import org.postroad.recommend.model.Because;
import org.postroad.recommend.model.CalibratedRanking;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.RankedProduct;
import org.springframework.stereotype.Component;

/** Products for one customer, by the {@link ProductModel}: new ones and ones to buy again. */
@Component
class PersonalRecommendations {

    /** What was bought in this time is not recommended again, unless it is used up. */
    private static final Duration JUST_BOUGHT = Duration.ofDays(7);

    private static final CalibratedRanking CALIBRATED = new CalibratedRanking(CalibratedRanking.LAMBDA);

    private final ProductModels models;
    private final PurchaseRecords records;
    private final Shelf shelf;
    private final Catalog catalog;
    private final CategoryInterests interests;
    private final ProductSuggestions suggestions;
    private final Clock clock;

    PersonalRecommendations(
            ProductModels models,
            PurchaseRecords records,
            Shelf shelf,
            Catalog catalog,
            CategoryInterests interests,
            ProductSuggestions suggestions,
            Clock clock) {
        this.models = models;
        this.records = records;
        this.shelf = shelf;
        this.catalog = catalog;
        this.interests = interests;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /**
     * What the customer has not bought, with its categories in proportion to their interests; filled up with products of
     * their categories, and then with what sells more than it did, which have no score.
     */
    List<Recommendation> newTo(Customer customer, Profile profile, int atMost) {
        ProductModel model = models.current();
        Instant now = clock.instant();
        Map<String, List<Instant>> purchases = ProductModel.purchases(records, customer.id(), now);
        PastPurchases history = model.history(purchases, now);
        List<RankedProduct> ranked = model.model().newTo(history, CalibratedRanking.CANDIDATES);
        Map<String, Product> available = available(model, ranked);
        List<RankedProduct> candidates = ranked.stream()
                .filter(each -> available.containsKey(model.product(each.product())))
                .toList();
        List<Recommendation> chosen =
                CALIBRATED
                        .rank(candidates, index -> category(available, model, index), interests.of(profile), atMost)
                        .stream()
                        .map(each -> bought(each, model, available))
                        .toList();
        return filledUp(chosen, customer, profile, purchases.keySet(), atMost);
    }

    private static String category(Map<String, Product> available, ProductModel model, int index) {
        Product product = available.get(model.product(index));
        return product == null ? "" : Objects.requireNonNullElse(product.category(), "");
    }

    private Recommendation bought(RankedProduct ranked, ProductModel model, Map<String, Product> available) {
        List<Basis> basedOn = ranked.because() instanceof Because.Bought because
                ? because.products().stream()
                        .map(each -> new Basis(model.product(each.product()), each.share()))
                        .toList()
                : List.of();
        List<String> ids = basedOn.stream().map(Basis::productId).toList();
        return new Recommendation(
                Objects.requireNonNull(available.get(model.product(ranked.product()))),
                ranked.score(),
                Wording.bought(ids, catalog.products(ids)),
                basedOn);
    }

    private List<Recommendation> filledUp(
            List<Recommendation> chosen, Customer customer, Profile profile, Set<String> owned, int atMost) {
        List<Recommendation> filled = new ArrayList<>(chosen);
        int enough = atMost + owned.size();
        fill(
                filled,
                owned,
                atMost,
                () -> suggestions.products(customer, profile, enough + chosen.size()).stream()
                        .map(product -> new Recommendation(product, 0, Wording.interest(product), List.of())));
        fill(
                filled,
                owned,
                atMost,
                () -> trending(enough + filled.size()).stream().map(Recommendation::withoutScore));
        return filled;
    }

    /** With others that the customer does not own, if there is room. */
    private static void fill(
            List<Recommendation> chosen, Set<String> owned, int atMost, Supplier<Stream<Recommendation>> others) {
        if (chosen.size() < atMost) {
            Set<String> omitted = new HashSet<>(owned);
            chosen.forEach(each -> omitted.add(each.product().id()));
            others.get()
                    .filter(each -> !omitted.contains(each.product().id()))
                    .limit(atMost - chosen.size())
                    .forEach(chosen::add);
        }
    }

    /** What the customer is likely to buy again. */
    List<Recommendation> again(Customer customer, int atMost) {
        ProductModel model = models.current();
        Instant now = clock.instant();
        Map<String, List<Instant>> purchases = ProductModel.purchases(records, customer.id(), now);
        List<RankedProduct> ranked = model.model().again(model.history(purchases, now), Integer.MAX_VALUE);
        Map<String, Product> available = available(model, ranked);
        return ranked.stream()
                .filter(each -> available.containsKey(model.product(each.product())))
                .map(each -> boughtBefore(each, model, available, purchases, customer))
                .filter(each -> each.product().consumableDays() != null
                        || last(purchases, each.product().id()).isBefore(now.minus(JUST_BOUGHT)))
                .limit(atMost)
                .toList();
    }

    private static Recommendation boughtBefore(
            RankedProduct ranked,
            ProductModel model,
            Map<String, Product> available,
            Map<String, List<Instant>> purchases,
            Customer customer) {
        String id = model.product(ranked.product());
        Because.BoughtBefore because = (Because.BoughtBefore) ranked.because();
        return new Recommendation(
                Objects.requireNonNull(available.get(id)),
                ranked.score(),
                Wording.boughtBefore(because, last(purchases, id), customer.timeZone()),
                List.of(new Basis(id, 1)));
    }

    private static Instant last(Map<String, List<Instant>> purchases, String id) {
        return Collections.max(Objects.requireNonNull(purchases.get(id)));
    }

    /** What sells more than it did, for any customer. */
    List<Recommendation> trending(int atMost) {
        ProductModel model = models.current();
        List<RankedProduct> ranked = model.model().trending(CalibratedRanking.CANDIDATES);
        Map<String, Product> available = available(model, ranked);
        return ranked.stream()
                .filter(each -> available.containsKey(model.product(each.product())))
                .map(each -> new Recommendation(
                        Objects.requireNonNull(available.get(model.product(each.product()))),
                        each.score(),
                        Wording.boughtByOthers((Because.BoughtByOthers) each.because()),
                        List.of()))
                .limit(atMost)
                .toList();
    }

    private Map<String, Product> available(ProductModel model, List<RankedProduct> ranked) {
        return shelf.available(
                ranked.stream().map(each -> model.product(each.product())).toList());
    }
}
