package org.postroad.recommend;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Product;

/** Recommendations as REST tells them; what a product costs the shop is not for web and app. */
record RecommendationView(String customerId, String purpose, List<RecommendedProduct> recommendations) {

    static RecommendationView of(String customerId, String purpose, List<Recommendation> recommendations) {
        return new RecommendationView(
                customerId,
                purpose,
                recommendations.stream().map(RecommendedProduct::of).toList());
    }

    /**
     * @param score comparable within this list only; 0 for what fills it up
     * @param because in words that can be printed, without a full stop
     * @param basedOn products of the customer that speak for it, those that say most first
     */
    record RecommendedProduct(
            String productId,
            String name,
            @Nullable String category,
            @Nullable String url,
            @Nullable String imageUrl,
            @Nullable BigDecimal price,
            @Nullable String currency,
            double score,
            String because,
            List<Recommendation.Basis> basedOn) {

        static RecommendedProduct of(Recommendation recommendation) {
            Product product = recommendation.product();
            return new RecommendedProduct(
                    product.id(),
                    product.name(),
                    product.category(),
                    product.url(),
                    product.imageUrl(),
                    product.price(),
                    product.currency(),
                    recommendation.score(),
                    recommendation.because(),
                    recommendation.basedOn());
        }
    }
}
