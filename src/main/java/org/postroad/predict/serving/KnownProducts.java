package org.postroad.predict.serving;

import org.postroad.catalog.Catalog;
import org.springframework.stereotype.Component;

/** Whether there is a product: for whoever names one before anybody has bought it. */
@Component
public class KnownProducts {

    private final Catalog catalog;

    KnownProducts(Catalog catalog) {
        this.catalog = catalog;
    }

    public boolean has(String productId) {
        return catalog.product(productId).isPresent();
    }
}
