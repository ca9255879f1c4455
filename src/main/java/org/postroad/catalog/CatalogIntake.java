package org.postroad.catalog;

import java.util.List;
import org.postroad.json.JsonFields;
import org.springframework.stereotype.Component;

/**
 * Validates and stores one product, article or offer as applications write it. Throws a {@link
 * org.postroad.json.BadInput} that names the field if it is not valid.
 */
@Component
public class CatalogIntake {

    private final Catalog catalog;

    CatalogIntake(Catalog catalog) {
        this.catalog = catalog;
    }

    public void product(JsonFields product) {
        catalog.putProducts(List.of(CatalogReader.product(product)));
    }

    public void article(JsonFields article) {
        catalog.putArticles(List.of(CatalogReader.article(article)));
    }

    public void offer(JsonFields offer) {
        catalog.putOffers(List.of(CatalogReader.offer(offer)));
    }
}
