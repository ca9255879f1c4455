package org.postroad.decide;

import org.postroad.catalog.Catalog;
import org.springframework.stereotype.Component;

/** Those of the catalog. */
@Component
class CatalogOffers implements OfferShelf {

    private final Catalog catalog;

    CatalogOffers(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean has(String offerId) {
        return catalog.offer(offerId).isPresent();
    }
}
