package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.compose.template.LetterRefused;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.springframework.stereotype.Component;

/** Loads what a letter can be about. */
@Component
class LetterContextLoader {

    private final Customers customers;
    private final Catalog catalog;
    private final Profiles profiles;
    private final NamedRecommendations recommendations;
    private final LetterOffers offers;
    private final LetterPredictions predictions;

    LetterContextLoader(
            Customers customers,
            Catalog catalog,
            Profiles profiles,
            NamedRecommendations recommendations,
            LetterOffers offers,
            LetterPredictions predictions) {
        this.customers = customers;
        this.catalog = catalog;
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.offers = offers;
        this.predictions = predictions;
    }

    LetterContext load(LetterRequest request) {
        String customerId = request.customerId();
        List<String> about = request.productIds();
        Customer customer = customer(request);
        Profile profile = profiles.of(customerId);
        return new LetterContext(
                customer,
                products(about),
                recommendations.of(request.content(), customer, profile, about),
                recommendations.articles(request.content(), customer, profile, about),
                offers.of(request.decisionId(), customerId),
                predictions.of(request.content(), customerId),
                request.event());
    }

    private Customer customer(LetterRequest request) {
        return customers
                .find(request.customerId())
                .orElseThrow(() -> new LetterRefused(
                        request.content(), List.of("there is no customer '" + request.customerId() + "'")));
    }

    private List<Product> products(List<String> ids) {
        Map<String, Product> known = catalog.products(ids);
        return ids.stream().distinct().map(known::get).filter(Objects::nonNull).toList();
    }
}
