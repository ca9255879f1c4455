package org.postroad.recommend;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Recommendations over REST, for web and app. */
@RestController
@Tag(name = "Recommendations")
class RecommendationController {

    private static final int MOST = 100;

    private final Recommender recommender;
    private final Customers customers;
    private final Profiles profiles;

    RecommendationController(Recommender recommender, Customers customers, Profiles profiles) {
        this.recommender = recommender;
        this.customers = customers;
        this.profiles = profiles;
    }

    @GetMapping("/api/customers/{id}/recommendations")
    @Operation(
            summary = "Recommend products to a customer",
            description =
                    "Best first. `for`: `new` products that they have not bought, what they are likely to buy `again`,"
                            + " what is `trending`; what is bought `together` with the products given by `productId`, or what completes"
                            + " them (`complete`).")
    RecommendationView recommend(
            @PathVariable String id,
            @RequestParam(name = "for", defaultValue = "new") String purpose,
            @RequestParam(defaultValue = "") List<String> productId,
            @RequestParam(defaultValue = "10") int limit) {
        Customer customer = customers
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer '" + id + "'."));
        int atMost = Math.max(0, Math.min(MOST, limit));
        return RecommendationView.of(id, purpose, recommendations(customer, purpose, productId, atMost));
    }

    private List<Recommendation> recommendations(
            Customer customer, String purpose, List<String> productIds, int atMost) {
        Profile profile = profiles.of(customer.id());
        return switch (purpose.toLowerCase(Locale.ROOT)) {
            case "new" -> recommender.newTo(customer, profile, atMost);
            case "again" -> recommender.againFor(customer, atMost);
            case "trending" -> recommender.trending(atMost);
            case "together" -> recommender.boughtTogetherWith(named(productIds), profile, atMost);
            case "complete" -> recommender.completing(named(productIds), profile, atMost);
            default ->
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "There are no recommendations for '" + purpose
                                + "'. There are: new, again, together, complete, trending.");
        };
    }

    private static List<String> named(List<String> productIds) {
        if (productIds.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Name the products with the parameter productId, once or several times.");
        }
        return productIds;
    }
}
